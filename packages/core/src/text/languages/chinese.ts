import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";
import { CHINESE_TOPICS } from "../topics/chinese.ts";

/** Chinese, whose words do not inflect. */
export const CHINESE: Language = {
  script: SCRIPTS.Han,
  stem: (word) => word,
  topics: CHINESE_TOPICS,
  smallWords: `
    我 你 您 他 她 它 我们 你们 他们 她们 的 地 得 了 着 过 是 在 有 和 与 及 或 也 都 就 还 又 再 很 最 太 更
    吗 呢 吧 啊 呀 什么 甚么 怎么 怎样 怎么样 哪 哪里 哪儿 哪个 哪些 谁 几 多少 为什么 何 何时 什么时候 这 那
    这个 那个 这些 那些 不 没 没有 把 被 对 对于 给 从 到 向 以 因为 所以 但 但是 如果 会 能 可以 应该 要 想
    一 一个 个 种 只 名 本 部 部分 用户 我的 你的 我有 我在 了一 一只 一名 请 问 告诉 记得 叫 之 其 于 而 并 且`,
};
