(function () {
  'use strict';
  var marks = /[\u0300-\u036f]/g;
  function lower(text) { return text.normalize('NFC').toLowerCase(); }
  function plain(text) { return lower(text).normalize('NFD').replace(marks, '').replace(/\u0111/g, 'd'); }
  var cards = [].map.call(document.querySelectorAll('.card'), function (card) {
    var text = card.textContent.replace(/\s+/g, ' ');
    return { card: card, exact: lower(text), plain: plain(text) };
  });
  var box = document.querySelector('.find'), input = box.querySelector('input'), count = box.querySelector('output');
  function find() {
    var words = lower(input.value).split(/\s+/).filter(Boolean), shown = 0;
    cards.forEach(function (one) {
      var found = words.every(function (word) { return one.plain.indexOf(plain(word)) >= 0; });
      var exact = words.every(function (word) { return one.exact.indexOf(word) >= 0; });
      one.card.hidden = !found;
      one.card.style.order = exact ? 0 : 1;
      shown += found ? 1 : 0;
    });
    count.textContent = shown + ' / ' + cards.length;
  }
  box.hidden = false;
  input.addEventListener('input', find);
  if (location.hash.indexOf('#q=') === 0) { input.value = decodeURIComponent(location.hash.slice(3)); }
  find();
  function copied(button) {
    var words = button.textContent;
    button.textContent = '\u2713';
    setTimeout(function () { button.textContent = words; }, 1200);
  }
  function byHand(text, button) {
    var area = document.createElement('textarea');
    area.value = text;
    document.body.appendChild(area);
    area.select();
    if (document.execCommand('copy')) { copied(button); }
    document.body.removeChild(area);
  }
  [].forEach.call(document.querySelectorAll('.said button'), function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      var text = button.parentNode.querySelector('.copy').textContent;
      if (navigator.clipboard && window.isSecureContext) {
        navigator.clipboard.writeText(text).then(function () { copied(button); }, function () { byHand(text, button); });
      } else {
        byHand(text, button);
      }
    });
  });
}());
