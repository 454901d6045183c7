package io.github.incidentadvisor.inventory.manifest;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Set;

/**
 * A Go template as the text around its actions, nothing rendered: a line of actions only becomes blank, an action in a line
 * becomes a word of the same width, so that lines and columns stay. Remembers which lines stand under a condition.
 *
 * @param text YAML where the template is one
 */
record GoTemplate(String text, Conditions conditions) {
    /** What begins a part that may be there or not, or more than once. */
    private static final Set<String> OPENING = Set.of("if", "range", "with");

    /** What begins a part that is only text. */
    private static final Set<String> NEUTRAL = Set.of("define", "block");

    private static final int LONGEST = 4000;

    static GoTemplate of(String template) {
        StringBuilder out = new StringBuilder(template.length());
        BitSet conditional = new BitSet();
        Deque<Boolean> open = new ArrayDeque<>();
        int conditions = 0;
        int line = 1;
        int at = 0;
        while (at < template.length()) {
            int start = template.indexOf("{{", at);
            int end = start < 0 ? -1 : end(template, start);
            int upTo = end < 0 ? template.length() : start;
            for (; at < upTo; at++) {
                char c = template.charAt(at);
                out.append(c);
                if (c == '\n') {
                    line++;
                }
                conditional.set(line, conditional.get(line) || conditions > 0);
            }
            if (end < 0) {
                break;
            }
            String action = template.substring(start, end);
            String word = word(action);
            if (OPENING.contains(word) || NEUTRAL.contains(word)) {
                boolean counts = OPENING.contains(word);
                open.push(counts);
                conditions += counts ? 1 : 0;
            } else if (word.equals("end") && !open.isEmpty()) {
                conditions -= open.pop() ? 1 : 0;
            }
            conditional.set(line, conditional.get(line) || conditions > 0);
            boolean alone = isAlone(template, start, end);
            blank(action, alone || isComment(action) || action.indexOf('\n') >= 0, out);
            for (int i = start; i < end; i++) {
                if (template.charAt(i) == '\n') {
                    line++;
                    conditional.set(line, conditional.get(line) || conditions > 0);
                }
            }
            at = end;
        }
        return new GoTemplate(out.toString(), new Conditions(conditional, true));
    }

    /** Where the action that starts here ends, quotes and comments heeded; below 0 when it does not. */
    private static int end(String template, int start) {
        String inside = template.substring(start, Math.min(template.length(), start + 6));
        if (inside.startsWith("{{/*") || inside.startsWith("{{- /*")) {
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
    private static boolean isAlone(String template, int start, int end) {
        int from = template.lastIndexOf('\n', start) + 1;
        int to = template.indexOf('\n', end);
        if (start - from > LONGEST || to < 0 && template.length() - end > LONGEST || to - end > LONGEST) {
            return false;
        }
        String before = template.substring(from, start);
        String after = template.substring(end, to < 0 ? template.length() : to);
        return isBlankOrActions(before) && isBlankOrActions(after);
    }

    private static boolean isBlankOrActions(String text) {
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("{{", at)) {
                int close = end(text, at);
                if (close < 0) {
                    return false;
                }
                at = close;
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return false;
            }
        }
        return true;
    }

    private static void blank(String action, boolean whole, StringBuilder out) {
        for (int i = 0; i < action.length(); i++) {
            char c = action.charAt(i);
            boolean edge = i < 2 || i >= action.length() - 2;
            out.append(c == '\n' ? c : whole ? ' ' : edge ? '_' : 'x');
        }
    }
}
