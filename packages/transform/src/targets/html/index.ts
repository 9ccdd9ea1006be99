export type {
  Components,
  DayProps,
  LayoutProps,
  ListedPostProps,
  Page,
  Person,
  PostCard,
  Site,
  WordsProps,
} from "../../theme/site.js";
export { themeTokens } from "../../theme/styles/tokens.js";
export type { Theme, ThemeLink, ThemeTokens } from "../../theme/theme.js";
export { type ThemeKit, themeKit } from "../../theme/theme-kit.js";
export { htmlTarget } from "./html-target.js";
export { type LiveSite, liveSite } from "./live/live-site.js";
export type { HtmlOptions, SearchEngines } from "./options.js";
