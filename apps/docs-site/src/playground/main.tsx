import { hydrate } from "preact";
import { App } from "./view/app.js";

/** Where the manual keeps the look a reader chose. */
const THEME_KEY = "starlight-theme";

const main = document.getElementById("playground");
if (main !== null) {
  const theme = storedTheme();
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  hydrate(<App base={main.dataset.base ?? "/"} />, main);
}

/** A browser may forbid storage, and says so by throwing. */
function storedTheme(): string | null {
  try {
    return localStorage.getItem(THEME_KEY);
  } catch {
    return null;
  }
}
