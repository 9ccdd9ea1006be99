export { USUAL_UPLOAD, WORDPRESS_OPTIONS_SCHEMA, type WordPressOptions } from "./options.js";
export { wordPressTarget } from "./wordpress-target.js";
