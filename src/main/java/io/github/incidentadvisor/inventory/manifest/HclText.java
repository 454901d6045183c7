package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.Hcl.Expression;
import io.github.incidentadvisor.inventory.manifest.Hcl.Opaque;

/** The characters of an HCL file with the line that reading is at: space, comments, names, quotes, here-documents. */
final class HclText {
    private static final int NESTED = 50;

    private final String text;
    private int at;
    private int line;

    /** Something that is no HCL. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;

        Malformed(String why, int line) {
            super(why, null, false, false);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /** A place to come back to. */
    record Mark(int at, int line) {}

    HclText(String text, int line) {
        this.text = text;
        this.line = line;
    }

    int line() {
        return line;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    void next() {
        if (peek() == '\n') {
            line++;
        }
        at++;
    }

    Mark mark() {
        return new Mark(at, line);
    }

    void back(Mark mark) {
        at = mark.at();
        line = mark.line();
    }

    String since(Mark mark) {
        return text.substring(mark.at(), Math.min(at, text.length())).strip();
    }

    void refuse(boolean when, String why) {
        if (when) {
            throw new Malformed(why, line);
        }
    }

    static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    /** Spaces, line ends and comments. */
    void skipSpace() {
        while (!atEnd()) {
            if (Character.isWhitespace(peek())) {
                next();
            } else if (!skipComment()) {
                return;
            }
        }
    }

    /** Spaces in the line. */
    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    /** Spaces and comments, line ends too where they end nothing. */
    void skipBlanksIn(String ends) {
        if (ends.indexOf('\n') < 0) {
            skipSpace();
            return;
        }
        skipBlanks();
        while (peek() == '/' && peek(1) == '*') {
            skipComment();
            skipBlanks();
        }
    }

    private boolean skipComment() {
        if (peek() == '#' || peek() == '/' && peek(1) == '/') {
            while (!atEnd() && peek() != '\n') {
                at++;
            }
            return true;
        }
        if (peek() == '/' && peek(1) == '*') {
            at += 2;
            while (!atEnd() && !(peek() == '*' && peek(1) == '/')) {
                next();
            }
            at += 2;
            return true;
        }
        return false;
    }

    String name() {
        int from = at;
        while (isName(peek())) {
            at++;
        }
        refuse(from == at, "a name expected");
        return text.substring(from, at);
    }

    /** A name with dots in it, as keys of objects may have. */
    String dotted() {
        int from = at;
        while (isName(peek()) || peek() == '.') {
            at++;
        }
        return text.substring(from, at);
    }

    String number() {
        int from = at;
        at++;
        while (Character.isLetterOrDigit(peek()) || peek() == '.' && Character.isDigit(peek(1))) {
            boolean exponent = peek() == 'e' || peek() == 'E';
            at += exponent && (peek(1) == '-' || peek(1) == '+') && Character.isDigit(peek(2)) ? 2 : 1;
        }
        return text.substring(from, at);
    }

    boolean startsWithWord(String word) {
        return text.startsWith(word, at) && !isName(peek(word.length()));
    }

    /** Whether the sign between a key and its value is here. */
    boolean atAssignment() {
        return (peek() == '=' || peek() == ':') && peek(1) != '=';
    }

    /** Whether an expression may end here: at one of the characters, at a comment, or at the end. */
    boolean endsHere(String ends) {
        return atEnd()
                || ends.indexOf(peek()) >= 0
                || ends.indexOf('\n') >= 0 && (peek() == '#' || peek() == '/' && peek(1) == '/' || peek() == '}');
    }

    /** The text in quotes, escapes and templates as they are. */
    String quoted() {
        return quoted(0);
    }

    private String quoted(int depth) {
        refuse(depth > NESTED, "quotes nested deeper than " + NESTED);
        int from = ++at;
        while (peek() != '"') {
            refuse(atEnd() || peek() == '\n', "a quote without end");
            if (peek() == '\\') {
                at += 2;
            } else if ((peek() == '$' || peek() == '%') && peek(1) == peek() && peek(2) == '{') {
                at += 3;
            } else if ((peek() == '$' || peek() == '%') && peek(1) == '{') {
                at += 2;
                interpolation(depth + 1);
            } else {
                at++;
            }
        }
        return text.substring(from, Math.min(at++, text.length()));
    }

    /** To after the brace that ends a template's variable. */
    private void interpolation(int depth) {
        int open = 1;
        while (open > 0) {
            refuse(atEnd(), "a '${' without end");
            if (peek() == '"') {
                quoted(depth);
                continue;
            }
            open += peek() == '{' ? 1 : peek() == '}' ? -1 : 0;
            next();
        }
    }

    /** Where the brace is that ends the variable whose body starts here; below 0 when there is none. */
    static int closing(String inside, int from) {
        HclText rest = new HclText(inside, 1);
        rest.at = from;
        try {
            rest.interpolation(1);
            return rest.at - 1;
        } catch (Malformed e) {
            return -1;
        }
    }

    boolean isHeredoc() {
        return peek() == '<'
                && peek(1) == '<'
                && (isName(peek(2)) && peek(2) != '-' || peek(2) == '-' && isName(peek(3)));
    }

    /** To after a here-document; its text says nothing to us. */
    Expression heredoc(Mark start) {
        at += peek(2) == '-' ? 3 : 2;
        String word = name();
        while (!atEnd() && peek() != '\n') {
            at++;
        }
        while (!atEnd()) {
            next();
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            boolean closes = text.substring(at, end).strip().equals(word);
            at = end;
            if (closes) {
                return new Opaque(since(start), start.line());
            }
        }
        throw new Malformed("the here-document " + word + " has no end", start.line());
    }

    /** To the end of an expression of any form. */
    void skipExpression(String ends) {
        int open = 0;
        while (!atEnd()) {
            char c = peek();
            if (c == '"') {
                quoted();
            } else if (isHeredoc()) {
                heredoc(mark());
            } else if (c == '#' || c == '/' && (peek(1) == '/' || peek(1) == '*')) {
                if (open == 0 && c != '/' && ends.indexOf('\n') >= 0 || open == 0 && c == '/' && peek(1) == '/') {
                    return;
                }
                skipComment();
            } else if (open == 0 && (ends.indexOf(c) >= 0 || c == '}' || c == ']' || c == ')')) {
                return;
            } else {
                open += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
                next();
            }
        }
        refuse(open > 0, "a bracket without end");
    }
}
