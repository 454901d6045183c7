package io.github.incidentadvisor.action.issues;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of a CODEOWNERS file. It is matched in time that grows with pattern times path: a regular expression made of a stranger's
 * pattern can take for ever.
 */
final class Glob {
    private static final int LONGEST = 300;

    /** Any number of folders, none included. */
    private static final char FOLDERS = '\uE000';

    /** Anything, slashes too. */
    private static final char ANYTHING = '\uE001';

    /** Anything within a name. */
    private static final char NAME = '\uE002';

    /** One character of a name. */
    private static final char ONE = '\uE003';

    /** The end, or a slash and anything: what names a folder means all that is in it. */
    private static final char END = '\uE004';

    private final List<Character> tokens = new ArrayList<>();

    /** @param pattern without negation and character classes, which do not exist in such files */
    Glob(String pattern) {
        String path = pattern.substring(0, Math.min(pattern.length(), LONGEST));
        boolean folder = path.endsWith("/");
        boolean flat = path.endsWith("/*");
        boolean anchored = path.replaceFirst("/+$", "").contains("/");
        path = path.replaceFirst("^/+", "").replaceFirst("/+$", "");
        if (!anchored) {
            tokens.add(FOLDERS);
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (path.startsWith("**/", i)) {
                add(FOLDERS);
                i += 2;
            } else if (path.startsWith("**", i)) {
                add(ANYTHING);
                i++;
            } else {
                add(c == '*' ? NAME : c == '?' ? ONE : c);
            }
        }
        if (folder) {
            tokens.add('/');
            tokens.add(ANYTHING);
        } else if (!flat) {
            tokens.add(END);
        }
    }

    private void add(char token) {
        boolean again = !tokens.isEmpty() && tokens.get(tokens.size() - 1) == token;
        if (!again || token < FOLDERS || token == ONE) {
            tokens.add(token);
        }
    }

    boolean matches(String file) {
        boolean[] at = new boolean[file.length() + 1];
        at[0] = true;
        for (char token : tokens) {
            at = after(token, at, file);
        }
        return at[file.length()];
    }

    /** Where the path can stand behind {@code token}, from where it could stand before. */
    private static boolean[] after(char token, boolean[] before, String file) {
        boolean[] after = new boolean[before.length];
        boolean reached = false;
        for (int i = 0; i < before.length; i++) {
            char last = i == 0 ? '/' : file.charAt(i - 1);
            switch (token) {
                case FOLDERS -> {
                    after[i] = before[i] || reached && last == '/';
                    reached |= before[i];
                }
                case ANYTHING -> {
                    reached |= before[i];
                    after[i] = reached;
                }
                case NAME -> {
                    reached = before[i] || reached && last != '/';
                    after[i] = reached;
                }
                case ONE -> after[i] = i > 0 && before[i - 1] && last != '/';
                case END -> {
                    reached |= i > 0 && before[i - 1] && last == '/';
                    after[i] = before[i] || reached;
                }
                default -> after[i] = i > 0 && before[i - 1] && last == token;
            }
        }
        return after;
    }
}
