package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.DockerfileInstructions.Instruction;
import io.github.incidentadvisor.model.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dockerfiles and Containerfiles. */
final class DockerfileReader implements ManifestReader {
    private static final Pattern NAME = Pattern.compile("(?i)(?:.*\\.)?(?:dockerfile|containerfile)"
            + "|(?:dockerfile|containerfile)[._-](?!(?:.*\\.)?(?:md|adoc|txt|sh|py)$)(?!.*ignore$).*");
    private static final Pattern EXACT = Pattern.compile("Dockerfile|Containerfile");
    private static final Pattern FROM = Pattern.compile("(?im)^[ \\t]*from[ \\t]+\\S");

    @Override
    public boolean canBe(String path) {
        return NAME.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
    }

    @Override
    public boolean mustBe(String path) {
        return EXACT.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
    }

    @Override
    public boolean recognises(Source file) {
        return FROM.matcher(file.text()).find();
    }

    @Override
    public void read(Source file, Findings findings) {
        DockerfileInstructions instructions = DockerfileInstructions.read(file.lines());
        if (instructions.unfinished() > 0) {
            findings.gap(file, "read in part: a here-document that begins here has no end", instructions.unfinished());
        }
        new Stages(instructions, file.path(), 0, Map.of(), findings).read();
    }

    /** The stages of one Dockerfile, with what a caller sets. */
    static final class Stages {
        private static final Pattern WORD = Pattern.compile("\\S+");
        private static final Pattern ARGUMENT =
                Pattern.compile("([A-Za-z_]\\w*)(?:=(\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*'|\\S*))?");
        private static final Pattern COPY_FROM = Pattern.compile("--from=(\\S+)");
        private static final Pattern MOUNT_FROM = Pattern.compile("--mount=\\S*?\\bfrom=([^,\\s]+)");

        private final DockerfileInstructions instructions;
        private final String path;
        private final int offset;
        private final Map<String, Resolved> given;
        private final Findings findings;
        private final Map<String, Resolved> globals = new HashMap<>();
        private final Map<String, Resolved> locals = new HashMap<>();
        private final Set<String> stages = new HashSet<>();
        private String stage = "";
        private int count;

        /**
         * @param offset lines before the first of the Dockerfile in the file that holds it
         * @param given build arguments by name, which win over defaults
         */
        Stages(
                DockerfileInstructions instructions,
                String path,
                int offset,
                Map<String, Resolved> given,
                Findings findings) {
            this.instructions = instructions;
            this.path = path;
            this.offset = offset;
            this.given = given;
            this.findings = findings;
        }

        void read() {
            if (!instructions.syntax().isEmpty()) {
                Mention.image(
                                Resolved.of(instructions.syntax()),
                                instructions.syntax(),
                                place(instructions.syntaxLine()))
                        .ifPresent(image -> findings.add(image.holder("syntax")));
            }
            for (Instruction instruction : instructions.all()) {
                switch (instruction.keyword()) {
                    case "ARG" -> arguments(instruction);
                    case "FROM" -> from(instruction);
                    case "COPY", "ADD" -> copied(instruction, COPY_FROM);
                    case "RUN" -> copied(instruction, MOUNT_FROM);
                    default -> {}
                }
            }
        }

        private Place place(int line) {
            return new Place(path, line + offset);
        }

        private void arguments(Instruction instruction) {
            Map<String, Resolved> scope = count == 0 ? globals : locals;
            Matcher matcher = ARGUMENT.matcher(instruction.arguments());
            while (matcher.find()) {
                String name = matcher.group(1);
                Place line = place(instruction.lineAt(matcher.start()));
                if (given.containsKey(name)) {
                    scope.put(name, given.get(name));
                } else if (matcher.group(2) != null) {
                    scope.put(
                            name,
                            variables(scope).resolve(unquoted(matcher.group(2))).from(line));
                } else if (count > 0 && globals.containsKey(name)) {
                    scope.put(name, globals.get(name));
                }
            }
        }

        private Interpolation variables(Map<String, Resolved> scope) {
            return new Interpolation(name -> Optional.ofNullable(scope.get(name)), instructions.escape());
        }

        private void from(Instruction instruction) {
            count++;
            locals.clear();
            String platform = "";
            String image = "";
            String name = "";
            int at = 0;
            Matcher words = WORD.matcher(instruction.arguments());
            while (words.find()) {
                String word = words.group();
                if (image.isEmpty() && word.startsWith("--")) {
                    platform = word.startsWith("--platform=") ? word.substring("--platform=".length()) : platform;
                } else if (image.isEmpty()) {
                    image = word;
                    at = words.start();
                } else if (word.equalsIgnoreCase("as") && words.find()) {
                    name = words.group().toLowerCase(Locale.ROOT);
                }
            }
            stage = name.isEmpty() ? "stage " + (count - 1) : "stage " + name;
            if (!image.isEmpty()) {
                image(named(globals, unquoted(image)), image, instruction.lineAt(at), platform(platform));
            }
            if (!name.isEmpty()) {
                stages.add(name);
            }
        }

        /**
         * An argument with an empty default waits for a value where a tag is made of it; where it stands before a name, as a
         * mirror's host may, nothing is what it means.
         */
        private Resolved named(Map<String, Resolved> scope, String written) {
            Map<String, Resolved> set = new HashMap<>(scope);
            set.values().removeIf(value -> value.text().isEmpty());
            Resolved strict = variables(set).resolve(written);
            String text = strict.text();
            int unknown = text.indexOf(Resolved.UNKNOWN);
            boolean inTag = unknown > text.indexOf(':', text.lastIndexOf('/') + 1) && text.indexOf(':') > 0;
            return unknown < 0 || inTag ? strict : variables(scope).resolve(written);
        }

        private String platform(String written) {
            Resolved platform = variables(globals).resolve(written);
            return platform.isKnown() ? platform.text() : written;
        }

        private void copied(Instruction instruction, Pattern form) {
            Matcher matcher = form.matcher(instruction.arguments());
            while (matcher.find()) {
                String from = unquoted(matcher.group(1));
                boolean number = from.chars().allMatch(Character::isDigit);
                Map<String, Resolved> scope = new HashMap<>(globals);
                scope.putAll(locals);
                if (!number && !from.isEmpty()) {
                    image(named(scope, from), from, instruction.lineAt(matcher.start(1)), "");
                }
            }
        }

        private void image(Resolved image, String raw, int line, String platform) {
            String text = image.text();
            if (text.isEmpty() || text.equals("scratch") || stages.contains(text.toLowerCase(Locale.ROOT))) {
                return;
            }
            Mention.image(image, raw, place(line))
                    .ifPresent(mention -> findings.add(mention.holder(stage).platform(platform)));
        }

        private static String unquoted(String text) {
            boolean quoted = text.length() > 1
                    && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                    && text.charAt(text.length() - 1) == text.charAt(0);
            return quoted ? text.substring(1, text.length() - 1) : text;
        }
    }
}
