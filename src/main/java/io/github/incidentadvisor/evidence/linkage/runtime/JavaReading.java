package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.linkage.runtime.JavaFile.Call;
import io.github.incidentadvisor.evidence.linkage.runtime.JavaFile.ClassArgument;
import io.github.incidentadvisor.evidence.linkage.runtime.JavaFile.Literal;
import io.github.incidentadvisor.evidence.linkage.runtime.JavaTokens.Kind;
import io.github.incidentadvisor.evidence.linkage.runtime.JavaTokens.Token;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows parentheses and annotations through tokens. It is no parser: what it cannot place it places nowhere, and that finds
 * nothing.
 */
final class JavaReading {
    private static final Token NOTHING = new Token(Kind.SYMBOL, "", 1);
    private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");
    private static final Set<String> NO_TYPE =
            Set.of("return", "new", "else", "throw", "assert", "case", "yield", "do");

    private final String path;
    private final List<Token> tokens;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final List<String> imports = new ArrayList<>();
    private final List<Literal> literals = new ArrayList<>();
    private final Set<String> beans = new HashSet<>();
    private final Set<String> types = new HashSet<>();
    private final List<ClassArgument> classes = new ArrayList<>();
    private Frame frame = new Frame(call("", false, Set.of()));
    private String packageName = "";

    /** What stands between one pair of parentheses, and the run of annotations at its end. */
    private static final class Frame {
        private final Call call;
        private String attribute;
        private int position;
        private int braces;
        private Set<String> annotations = Set.of();

        Frame(Call call) {
            this.call = call;
            this.attribute = call.isAnnotation() ? "value" : "";
        }
    }

    JavaReading(String path, List<Token> tokens) {
        this.path = path;
        this.tokens = tokens;
    }

    JavaFile read() {
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.get(i).kind()) {
                case NAME -> name(i);
                case STRING -> string(i);
                case SYMBOL -> symbol(i);
            }
        }
        return new JavaFile(path, packageName, imports, literals, beans, types, classes);
    }

    private Token token(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : NOTHING;
    }

    private static Call call(String name, boolean annotation, Set<String> beside) {
        return new Call(name, annotation, beside, new HashMap<>());
    }

    private void name(int i) {
        String text = token(i).text();
        if (frames.isEmpty() && frame.braces == 0 && (text.equals("package") || text.equals("import"))) {
            String name = dotted(i + 1);
            if (text.equals("package")) {
                packageName = name;
            } else if (!name.startsWith("static")) {
                imports.add(name);
            }
        } else if (TYPES.contains(text)
                && token(i + 1).kind() == Kind.NAME
                && !token(i - 1).is(".")) {
            types.add(token(i + 1).text());
        } else if (token(start(i) - 1).is("@") && !text.equals("interface")) {
            if (frame.annotations.isEmpty()) {
                frame.annotations = new HashSet<>();
            }
            frame.annotations.add(text);
        }
    }

    /** The name from {@code i} on, with its dots. */
    private String dotted(int i) {
        StringBuilder name = new StringBuilder();
        for (int at = i; at < i + 100 && !token(at).is(";") && at < tokens.size(); at++) {
            name.append(token(at).text());
        }
        return name.toString();
    }

    /** Where the dotted name that ends at {@code i} begins. */
    private int start(int i) {
        int at = i;
        while (token(at - 1).is(".") && token(at - 2).kind() == Kind.NAME) {
            at -= 2;
        }
        return at;
    }

    private void string(int i) {
        Token token = token(i);
        boolean whole = !token(i - 1).is("+") && !token(i + 1).is("+");
        Place place = new Place(path, token.line());
        literals.add(new Literal(token.text(), place, whole, frame.call, frame.attribute, frame.position));
        if (frame.call.isAnnotation()) {
            frame.call.attributes().put(frame.attribute, token.text());
        }
    }

    private void symbol(int i) {
        switch (token(i).text()) {
            case "(" -> open(i);
            case ")" -> {
                frame = frames.isEmpty() ? frame : frames.pop();
                if (!token(i + 1).is("@")
                        && !frame.call.isAnnotation()
                        && token(i + 1).kind() == Kind.SYMBOL) {
                    frame.annotations = Set.of();
                }
            }
            case "{" -> {
                frame.braces++;
                endOfAnnotations();
            }
            case "}" -> {
                frame.braces--;
                endOfAnnotations();
            }
            case "=" -> {
                if (frame.call.isAnnotation()
                        && frame.braces == 0
                        && token(i - 1).kind() == Kind.NAME) {
                    frame.attribute = token(i - 1).text();
                }
                endOfAnnotations();
            }
            case "," -> {
                if (frame.braces == 0) {
                    frame.position++;
                }
                endOfAnnotations();
            }
            case ";" -> endOfAnnotations();
            default -> {}
        }
    }

    private void endOfAnnotations() {
        frame.annotations = Set.of();
    }

    private void open(int i) {
        boolean named = token(i - 1).kind() == Kind.NAME;
        String name = named ? token(i - 1).text() : "";
        boolean annotation = named && token(start(i - 1) - 1).is("@");
        if (!annotation && named) {
            declaration(i);
            classArgument(i);
            endOfAnnotations();
        }
        frames.push(frame);
        frame = new Frame(call(name, annotation, annotation ? frame.annotations : Set.of()));
    }

    /** {@code Type name(} with annotations before it is a method. */
    private void declaration(int i) {
        Token before = token(i - 2);
        boolean typed =
                before.is(">") || before.is("]") || before.kind() == Kind.NAME && !NO_TYPE.contains(before.text());
        if (typed && frame.annotations.stream().anyMatch(name -> name.endsWith("Bean") || name.equals("Produces"))) {
            beans.add(token(i - 1).text());
        }
    }

    private void classArgument(int i) {
        int at = i + 1;
        StringBuilder type = new StringBuilder();
        while (token(at).kind() == Kind.NAME && !token(at).text().equals("class")) {
            type.append(type.isEmpty() ? "" : ".").append(token(at).text());
            at += token(at + 1).is(".") ? 2 : 1;
        }
        if (!type.isEmpty() && token(at).kind() == Kind.NAME && token(at - 1).is(".")) {
            String on = token(i - 2).is(".") && token(i - 3).kind() == Kind.NAME
                    ? token(i - 3).text()
                    : "";
            classes.add(new ClassArgument(on, token(i - 1).text(), type.toString(), new Place(path, token(i).line())));
        }
    }
}
