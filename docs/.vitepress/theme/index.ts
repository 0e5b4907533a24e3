/**
 * VitePress's own theme, with the version below every page: its footer is on the first page alone.
 * @module
 */
import { h } from "vue";
import { useData, type Theme } from "vitepress";
import theme from "vitepress/theme";
import "./style.css";

const Version = () => h("p", { class: "version" }, useData().theme.value.footer.message);

export default {
  extends: theme,
  Layout: () => h(theme.Layout, null, { "doc-after": () => h(Version) }),
} satisfies Theme;
