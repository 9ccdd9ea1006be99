import { Day } from "./components/day.js";
import { Colophon, Layout, Masthead } from "./components/layout.js";
import { ListedPost } from "./components/post.js";
import { PostWords } from "./components/post-words.js";
import { Profile } from "./components/profile.js";
import type { Components } from "./site.js";

/** The components of the default theme. */
export const defaultComponents: Components = {
  Layout,
  Masthead,
  Colophon,
  Profile,
  Day,
  ListedPost,
  PostWords,
};
