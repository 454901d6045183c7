package io.github.incidentadvisor.inventory.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instructions of a Dockerfile with their lines, by the
 * <a href="https://docs.docker.com/reference/dockerfile/#format">Dockerfile reference</a>: parser directives, comments, continued
 * lines, here-documents. What an instruction means is the reader's business.
 *
 * @param syntax the image of {@code # syntax=}; empty when there is none
 * @param syntaxLine its line
 * @param escape what continues a line
 * @param unfinished the line of a here-document without end; 0 when there is none
 */
record DockerfileInstructions(List<Instruction> all, String syntax, int syntaxLine, char escape, int unfinished) {
    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*([a-zA-Z]+)\\s*=(.*)");
    private static final Pattern HEREDOC = Pattern.compile("<<(-?)([\"']?)([A-Za-z_][\\w.-]*)\\2");
    private static final int LONGEST = 200_000;

    /** @param line of its first word, counted from 1 */
    record Instruction(String keyword, String arguments, int line, List<Piece> pieces) {
        /** The line that a position of the arguments was written on. */
        int lineAt(int index) {
            int at = line;
            for (Piece piece : pieces) {
                if (piece.start() > index) {
                    break;
                }
                at = piece.line();
            }
            return at;
        }
    }

    /** Where in the arguments the text of a line begins. */
    record Piece(int start, int line) {}

    static DockerfileInstructions read(List<String> lines) {
        String syntax = "";
        int syntaxLine = 0;
        char escape = '\\';
        int at = 0;
        for (; at < lines.size(); at++) {
            Matcher directive = DIRECTIVE.matcher(lines.get(at).strip());
            if (!directive.matches()) {
                break;
            }
            switch (directive.group(1).toLowerCase(Locale.ROOT)) {
                case "syntax" -> {
                    syntax = directive.group(2).strip();
                    syntaxLine = at + 1;
                }
                case "escape" -> escape = directive.group(2).strip().equals("`") ? '`' : '\\';
                default -> {}
            }
        }
        List<Instruction> all = new ArrayList<>();
        int unfinished = 0;
        while (at < lines.size()) {
            if (isBlankOrComment(lines.get(at))) {
                at++;
                continue;
            }
            int first = at + 1;
            StringBuilder text = new StringBuilder();
            List<Piece> pieces = new ArrayList<>();
            boolean more = true;
            while (more && at < lines.size()) {
                String line = lines.get(at++);
                if (!pieces.isEmpty() && isBlankOrComment(line)) {
                    continue;
                }
                String end = line.stripTrailing();
                more = !end.isEmpty() && end.charAt(end.length() - 1) == escape;
                pieces.add(new Piece(text.length(), at));
                if (text.length() < LONGEST) {
                    text.append(more ? end.substring(0, end.length() - 1) : line);
                }
            }
            Instruction instruction = instruction(text.toString(), first, pieces);
            all.add(instruction);
            if (takesHeredocs(instruction.keyword())) {
                int began = at;
                for (Matcher here = HEREDOC.matcher(instruction.arguments()); here.find(); ) {
                    boolean tabs = !here.group(1).isEmpty();
                    while (at < lines.size() && !ends(lines.get(at), here.group(3), tabs)) {
                        at++;
                    }
                    if (at >= lines.size()) {
                        // No end: what looks like one may be a shift in a shell's arithmetic; the lines below are
                        // instructions.
                        at = began;
                        unfinished = unfinished == 0 ? first : unfinished;
                        break;
                    }
                    at++;
                }
            }
        }
        return new DockerfileInstructions(all, syntax, syntaxLine, escape, unfinished);
    }

    private static boolean ends(String line, String word, boolean tabs) {
        return (tabs ? line.replaceFirst("^\t+", "") : line).equals(word);
    }

    private static boolean isBlankOrComment(String line) {
        String text = line.strip();
        return text.isEmpty() || text.charAt(0) == '#';
    }

    private static boolean takesHeredocs(String keyword) {
        return keyword.equals("RUN") || keyword.equals("COPY") || keyword.equals("ADD");
    }

    private static Instruction instruction(String text, int line, List<Piece> pieces) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        int shift = end;
        List<Piece> shifted = pieces.stream()
                .map(piece -> new Piece(Math.max(0, piece.start() - shift), piece.line()))
                .toList();
        return new Instruction(text.substring(start, end).toUpperCase(Locale.ROOT), text.substring(end), line, shifted);
    }
}
