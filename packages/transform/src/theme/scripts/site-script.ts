/**
 * The script of every page: which colours (the chosen ones have to be known before anything is painted, so it
 * is loaded at once), and pictures shown over the page instead of on their own. Nothing depends on it. It reads
 * its words from its own element, so that one file serves all languages, and makes its own buttons, so that
 * without it there are no dead ones.
 */
export const siteScript: string = `(() => {
  const root = document.documentElement;
  const words = document.currentScript.dataset;
  const recall = () => { try { return localStorage.getItem("look"); } catch { return null; } };
  const remember = (look) => { try { localStorage.setItem("look", look); } catch {} };
  const chosen = recall();
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;

  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches);

  const addSwitch = () => {
    const list = document.querySelector(".masthead nav ul");
    if (!list || !CSS.supports("color", "light-dark(#000, #fff)")) return;
    // Beside the search, so that neither is left alone on a line.
    const search = list.querySelector(".search");
    const item = search ?? document.createElement("li");
    item.classList.add("look");
    const button = document.createElement("button");
    button.type = "button";
    const name = () => { button.textContent = isDark() ? words.light : words.dark; };
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      remember(root.dataset.theme);
      name();
    });
    prefersDark.addEventListener("change", name);
    name();
    item.append(button);
    if (!search) list.append(item);
  };

  const openPicture = (link, image) => {
    const dialog = document.createElement("dialog");
    dialog.className = "lightbox";
    const shown = document.createElement("img");
    if (image.srcset) {
      shown.sizes = "94vw";
      shown.srcset = image.srcset;
    }
    shown.src = image.src;
    shown.alt = image.alt;
    const foot = document.createElement("p");
    const more = document.createElement("a");
    more.href = link.href;
    more.textContent = image.alt || link.getAttribute("aria-label") || link.href;
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = words.close;
    close.addEventListener("click", () => dialog.close());
    foot.append(more, " ", close);
    dialog.append(shown, foot);
    dialog.setAttribute("aria-label", more.textContent);
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target === shown) dialog.close();
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      link.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.(".media a, .plates a");
    const image = link?.querySelector("img");
    if (!image || !window.HTMLDialogElement) return;
    event.preventDefault();
    openPicture(link, image);
  });

  // As soon as the masthead is read, and so before it is painted: what came in later would push the page down.
  const reading = new MutationObserver(() => { if (document.querySelector("main")) start(); });
  const start = () => {
    reading.disconnect();
    document.removeEventListener("DOMContentLoaded", start);
    addSwitch();
  };
  reading.observe(root, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", start);
})();
`;
