package io.github.incidentadvisor.inventory.manifest;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A Go template as the text around its actions, nothing rendered: a line of actions only becomes empty, an action in a line
 * becomes a word of the same width, so that lines stay. Remembers which lines stand under a condition.
 *
 * @param text YAML where the template is one
 * @param others lines of other branches than the first, which {@link #firstBranches} leaves out
 */
record GoTemplate(String text, Conditions conditions, BitSet others) {
    static GoTemplate of(String template) {
        return new Blanking(template, true).whole();
    }

    /** Without what stands after an {@code else}: branches are written to exclude each other and need not fit together. */
    static GoTemplate firstBranches(String template) {
        return new Blanking(template, false).whole();
    }

    /** From the template's beginning to its end, once. */
    private static final class Blanking {
        /** What begins a part that may be there or not, or more than once. */
        private static final Set<String> OPENING = Set.of("if", "range", "with");

        /** What begins a part that is only text. */
        private static final Set<String> NEUTRAL = Set.of("define", "block");

        /** What writes lines of its own below the key that it stands at. */
        private static final Pattern LINES = Pattern.compile("\\bnindent\\b|\\btoYaml\\b");

        /**
         * What a condition says that asks the cluster: Helm's built-in object, its function for versions, and what charts
         * call their own helpers and variables for the answer.
         */
        private static final Pattern ASKS = Pattern.compile(
                "\\.Capabilities\\b|semverCompare|kubeVersion|apiVersion|isStable|kubeTargetVersion",
                Pattern.CASE_INSENSITIVE);

        private static final int LONGEST = 4000;

        private final String template;
        private final boolean keepOthers;
        private final StringBuilder out;
        private final BitSet conditional = new BitSet();
        private final BitSet asking = new BitSet();
        private final BitSet others = new BitSet();
        private final Deque<Branch> open = new ArrayDeque<>();
        private int conditions;
        private int questions;
        private int inOther;
        private int line = 1;
        private int lineFrom;
        private int lineTo;

        private static final class Branch {
            private final boolean counts;
            private boolean asks;
            private boolean other;

            Branch(boolean counts, boolean asks) {
                this.counts = counts;
                this.asks = asks;
            }
        }

        Blanking(String template, boolean keepOthers) {
            this.template = template;
            this.keepOthers = keepOthers;
            out = new StringBuilder(template.length());
        }

        GoTemplate whole() {
            int at = 0;
            while (at < template.length()) {
                int start = template.indexOf("{{", at);
                int end = start < 0 ? -1 : end(start);
                text(at, end < 0 ? template.length() : start);
                if (end < 0) {
                    break;
                }
                action(start, end);
                at = end;
            }
            return new GoTemplate(out.toString(), new Conditions(conditional, asking, others, true), others);
        }

        private void text(int from, int to) {
            for (int at = from; at < to; at++) {
                char c = template.charAt(at);
                boolean dropped = inOther > 0 && !keepOthers && c != '\n';
                if (!dropped) {
                    out.append(c);
                }
                newLine(c);
            }
        }

        private void newLine(char c) {
            if (c == '\n') {
                line++;
            }
            if (conditions > 0) {
                conditional.set(line);
            }
            if (questions > 0) {
                asking.set(line);
            }
            if (inOther > 0) {
                others.set(line);
            }
        }

        private void action(int start, int end) {
            String action = template.substring(start, end);
            String word = word(action);
            if (OPENING.contains(word) || NEUTRAL.contains(word)) {
                boolean counts = OPENING.contains(word);
                Branch branch =
                        new Branch(counts, counts && ASKS.matcher(action).find());
                open.push(branch);
                conditions += branch.counts ? 1 : 0;
                questions += branch.asks ? 1 : 0;
            } else if (word.equals("else") && !open.isEmpty() && !open.peek().other) {
                open.peek().other = true;
                inOther++;
                asksInElse(action);
            } else if (word.equals("else")) {
                asksInElse(action);
            } else if (word.equals("end") && !open.isEmpty()) {
                Branch branch = open.pop();
                conditions -= branch.counts ? 1 : 0;
                questions -= branch.asks ? 1 : 0;
                inOther -= branch.other ? 1 : 0;
            }
            boolean empties = isAlone(start, end)
                    || isComment(action)
                    || action.indexOf('\n') >= 0
                    || LINES.matcher(action).find() && endsKey(start)
                    || inOther > 0 && !keepOthers;
            if (empties) {
                trimLine();
            }
            for (int i = 0; i < action.length(); i++) {
                char c = action.charAt(i);
                boolean edge = i < 2 || i >= action.length() - 2;
                if (c == '\n') {
                    out.append(c);
                } else if (!empties) {
                    out.append(edge ? '_' : 'x');
                }
                newLine(c);
            }
        }

        /** {@code else if} can be the first to ask. */
        private void asksInElse(String action) {
            Branch branch = open.peek();
            if (branch != null
                    && branch.counts
                    && !branch.asks
                    && ASKS.matcher(action).find()) {
                branch.asks = true;
                questions++;
            }
        }

        /** White space before an action that leaves nothing. */
        private void trimLine() {
            int length = out.length();
            while (length > 0 && (out.charAt(length - 1) == ' ' || out.charAt(length - 1) == '\t')) {
                length--;
            }
            out.setLength(length);
        }

        private boolean endsKey(int start) {
            int at = start - 1;
            while (at >= 0 && (template.charAt(at) == ' ' || template.charAt(at) == '\t')) {
                at--;
            }
            return at >= 0 && template.charAt(at) == ':';
        }

        /** Where the action that starts here ends, quotes and comments heeded; below 0 when it does not. */
        private int end(int start) {
            if (isComment(template.substring(start, Math.min(template.length(), start + 6)))) {
                int close = template.indexOf("*/", start);
                int braces = close < 0 ? -1 : template.indexOf("}}", close);
                return braces < 0 ? -1 : braces + 2;
            }
            char quote = 0;
            for (int at = start + 2; at < template.length(); at++) {
                char c = template.charAt(at);
                if (quote != 0) {
                    if (c == '\\' && quote != '`') {
                        at++;
                    } else if (c == quote) {
                        quote = 0;
                    }
                } else if (c == '"' || c == '`') {
                    quote = c;
                } else if (c == '}' && template.startsWith("}}", at)) {
                    return at + 2;
                }
            }
            return -1;
        }

        private static boolean isComment(String action) {
            return action.startsWith("{{/*") || action.startsWith("{{- /*");
        }

        private static String word(String action) {
            int from = action.startsWith("{{-") ? 3 : 2;
            while (from < action.length() && Character.isWhitespace(action.charAt(from))) {
                from++;
            }
            int to = from;
            while (to < action.length() && Character.isLetter(action.charAt(to))) {
                to++;
            }
            return action.substring(from, to);
        }

        /** Whether the line holds actions and white space only. */
        private boolean isAlone(int start, int end) {
            if (start >= lineTo) {
                lineFrom = template.lastIndexOf('\n', start) + 1;
                int newLine = template.indexOf('\n', start);
                lineTo = newLine < 0 ? template.length() : newLine;
            }
            return end <= lineTo
                    && lineTo - lineFrom <= LONGEST
                    && isBlankOrActions(lineFrom, start)
                    && isBlankOrActions(end, lineTo);
        }

        private boolean isBlankOrActions(int from, int to) {
            int at = from;
            while (at < to) {
                if (template.startsWith("{{", at)) {
                    int close = end(at);
                    if (close < 0) {
                        return false;
                    }
                    at = close;
                } else if (Character.isWhitespace(template.charAt(at))) {
                    at++;
                } else {
                    return false;
                }
            }
            return true;
        }
    }
}
