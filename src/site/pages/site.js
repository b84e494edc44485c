// Two comforts; every page does without them: copy buttons, and a code typed in any way leads to its page.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const text = document.getElementById(button.dataset.copy);
  if (!text || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = button.dataset.done;
  });
}
const form = document.querySelector("form.lookup");
if (form) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = form.elements.code.value.toUpperCase().replace(/[^0-9A-Z]/g, "");
    const code = typed.replace(/[IL]/g, "1").replace(/O/g, "0");
    const wrong = form.querySelector("[data-wrong]");
    if (code.length !== 11) {
      wrong.textContent = wrong.dataset.wrong;
      return;
    }
    const grouped = code.match(/.{1,4}/g).join("-");
    location.href = form.dataset.codes + grouped + "/" + (location.protocol === "file:" ? "index.html" : "");
  });
}
