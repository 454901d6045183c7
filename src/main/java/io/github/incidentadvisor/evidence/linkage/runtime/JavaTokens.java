package io.github.incidentadvisor.evidence.linkage.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits Java source into what matters for its strings: names, string literals and single symbols, each with its line.
 * Comments, characters and numbers are passed over (JLS 3.7, 3.10.4 to 3.10.6). Text that is no Java gives some tokens and never
 * fails.
 */
final class JavaTokens {
    enum Kind {
        NAME,
        STRING,
        SYMBOL
    }

    record Token(Kind kind, String text, int line) {
        boolean is(String symbol) {
            return kind == Kind.SYMBOL && text.equals(symbol);
        }
    }

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private JavaTokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        JavaTokens reading = new JavaTokens(text);
        reading.read();
        return reading.tokens;
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                at++;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("//", at)) {
                at = end(text.indexOf('\n', at));
            } else if (text.startsWith("/*", at)) {
                skipTo(end(text.indexOf("*/", at + 2) + 2));
            } else if (text.startsWith("\"\"\"", at)) {
                block();
            } else if (c == '"') {
                string();
            } else if (c == '\'') {
                character();
            } else if (Character.isJavaIdentifierStart(c)) {
                name();
            } else {
                if (!Character.isDigit(c)) {
                    tokens.add(new Token(Kind.SYMBOL, String.valueOf(c), line));
                }
                at++;
            }
        }
    }

    /** Where something ends that may be unfinished: {@code found} is what indexOf gave. */
    private int end(int found) {
        return found <= at ? text.length() : found;
    }

    private void skipTo(int to) {
        while (at < to) {
            if (text.charAt(at++) == '\n') {
                line++;
            }
        }
    }

    private void block() {
        int start = line;
        int from = at + 3;
        int close = text.indexOf("\"\"\"", from);
        while (close > 0 && text.charAt(close - 1) == '\\') {
            close = text.indexOf("\"\"\"", close + 1);
        }
        int until = close < 0 ? text.length() : close;
        int first = text.indexOf('\n', from);
        String content = first < 0 || first > until ? "" : text.substring(first + 1, until);
        tokens.add(new Token(Kind.STRING, content.stripIndent(), start));
        skipTo(Math.min(text.length(), until + 3));
    }

    private void string() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                value.append(escaped(text.charAt(++at)));
            } else {
                value.append(text.charAt(at));
            }
            at++;
        }
        tokens.add(new Token(Kind.STRING, value.toString(), line));
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
        }
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }

    private void character() {
        at++;
        while (at < text.length() && text.charAt(at) != '\'' && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        at = Math.min(at, text.length());
    }

    private void name() {
        int from = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        tokens.add(new Token(Kind.NAME, text.substring(from, at), line));
    }
}
