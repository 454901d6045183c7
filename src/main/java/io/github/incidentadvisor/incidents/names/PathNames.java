package io.github.incidentadvisor.incidents.names;

import io.github.incidentadvisor.incidents.names.Name.Bond;
import io.github.incidentadvisor.incidents.names.Name.Moves;
import io.github.incidentadvisor.incidents.names.NameTable.Hit;
import io.github.incidentadvisor.incidents.names.Vocabulary.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of what manifests name by paths and attributes: images, charts, modules, providers, resources of a cloud, packages. The
 * last thing of the table that a path names is the most particular; those before it are where it belongs.
 */
final class PathNames {
    private static final Pattern REGISTRY = Pattern.compile("^[\\w-]+(?:\\.[\\w-]+)+(?::\\d+)?/|^localhost(?::\\d+)?/");
    /** {@code aws_eks_addon.coredns.addon_version}: type, label, attribute. */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?:\\.([\\w-]+))?[.\\s]\\s*-*([\\w-]+).*");

    private static final int SHORTEST_JOINED = 5;
    private static final int SHORTEST = 3;
    private static final int MODULE = 3;
    private static final int LONGEST = 4;

    /** {@code acme.resources.limits.memory}, {@code Service acme externalTrafficPolicy}. */
    private static final Pattern PROPERTY =
            Pattern.compile("[\\w/-]+(?:\\.[A-Za-z][\\w-]*){2,}|[\\w./-]+ [\\w./ -]*(?:\\.|\\p{Ll}\\p{Lu})[\\w./ -]*");

    private final Vocabulary vocabulary;
    private final NameTable table;

    PathNames(Vocabulary vocabulary, NameTable table) {
        this.vocabulary = vocabulary;
        this.table = table;
    }

    void of(String ecosystem, String name, Names names) {
        String plain = REGISTRY.matcher(name.replaceFirst("^pkg:[a-z]+/", "")).replaceFirst("");
        if (plain.equals("required_version")) {
            names.put(List.of("terraform"), Bond.OWN);
        } else if (ecosystem.equals("terraform") && plain.contains("/")) {
            terraform(plain, names);
        } else {
            path(plain, names);
        }
    }

    /** {@code namespace/type} is a provider; {@code namespace/name/provider} a module, which moves with its provider. */
    private void terraform(String source, Names names) {
        String[] parts = source.replaceFirst("\\s+provider$", "").split("/", -1);
        boolean module = parts.length >= MODULE || source.contains("//") || source.contains("git");
        List<String> own =
                new ArrayList<>(Name.wordsOf(parts[parts.length >= MODULE ? parts.length - 2 : parts.length - 1]));
        if (own.isEmpty()) {
            return;
        }
        own.add(module ? "module" : "provider");
        names.put(own, Bond.OWN);
        if (module) {
            table.in(own).forEach(hit -> names.put(Name.wordsOf(hit.row().name()), Bond.FAMILY, Moves.UNSAID));
            Name.wordsOf(parts[parts.length - 1]).stream()
                    .findFirst()
                    .ifPresent(provider -> names.put(List.of(provider, "provider"), Bond.BROUGHT));
        }
    }

    /** What a path that leads to a setting sets; nothing where it leads to a version. */
    List<String> setting(String ecosystem, String path) {
        Matcher attribute = ATTRIBUTE.matcher(path);
        boolean setting = attribute.matches()
                ? isPhrase(Name.wordsOf(attribute.group(3)))
                : !Ecosystems.isOfLibraries(ecosystem)
                        && (PROPERTY.matcher(path).matches() || SettingNames.isKey(path));
        return setting
                ? SettingNames.wordsOf(path).stream()
                        .filter(word -> !vocabulary.isEmpty(word))
                        .toList()
                : List.of();
    }

    private void path(String path, Names names) {
        Matcher attribute = ATTRIBUTE.matcher(path);
        if (attribute.matches()) {
            String label = Optional.ofNullable(attribute.group(2)).orElse("");
            boolean particular = isPhrase(Name.wordsOf(attribute.group(3)));
            boolean addon =
                    attribute.group(1).contains("addon") && !known(label).isEmpty();
            if (particular) {
                names.put(Name.wordsOf(attribute.group(3)), Bond.OWN);
            }
            thing(addon ? label : attribute.group(1), particular, names);
        } else {
            thing(path, false, names);
        }
    }

    private List<Hit> known(String path) {
        List<String> words = parted(path);
        return table.in(words).stream()
                .filter(hit -> vocabulary.canName(words.subList(hit.first(), hit.end())) || hit.end() == words.size())
                .toList();
    }

    /**
     * The last part of a path names the thing; where it is made of common words alone, the part before does.
     *
     * @param partOf whether it is only where the change is, since an attribute says what it is of
     */
    private void thing(String path, boolean partOf, Names names) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        boolean common = telling(parted(last)).stream().allMatch(vocabulary::isEmpty)
                && known(last).isEmpty();
        String naming = common ? path : last;
        List<Hit> known = known(naming);
        if (known.isEmpty()) {
            unknown(naming, names);
        } else {
            known(known.get(known.size() - 1), naming, partOf, names);
        }
        if (path.startsWith("@")) {
            String scope = path.substring(1, path.length() - last.length());
            known(scope).forEach(hit -> names.put(hit.row(), Bond.FAMILY, Moves.UNSAID));
        }
    }

    private void known(Hit own, String naming, boolean partOf, Names names) {
        List<String> words = parted(naming);
        boolean goesWith =
                words.subList(own.end(), words.size()).stream().anyMatch(word -> vocabulary.has(Sort.PART, word));
        List<String> telling = telling(words);
        List<String> itself = words.subList(own.first(), own.end());
        boolean more = telling.stream().anyMatch(word -> !itself.contains(word) && !vocabulary.isEmpty(word));
        boolean property = PROPERTY.matcher(naming).matches();
        boolean longer = more && !goesWith && !partOf && !property && !naming.contains("_");
        if (goesWith || longer) {
            names.put(goesWith ? withPart(own, words) : telling, Bond.OWN);
        }
        Bond bond = goesWith || longer || partOf ? Bond.FAMILY : Bond.OWN;
        names.put(itself, bond, partOf ? Moves.UNSAID : Moves.WITH_THE_CHANGE);
        names.put(own.row(), bond == Bond.OWN ? Bond.ALIAS : bond, partOf ? Moves.UNSAID : Moves.WITH_THE_CHANGE);
        table.in(words).stream()
                .filter(hit -> longer && !hit.row().equals(own.row()))
                .forEach(hit -> names.put(hit.row(), Bond.BROUGHT, Moves.UNSAID));
    }

    private List<String> telling(List<String> words) {
        List<String> telling = vocabulary.telling(words).stream()
                .filter(word -> !vocabulary.has(Sort.VENDOR, word))
                .toList();
        List<String> longer =
                telling.stream().filter(word -> word.length() >= SHORTEST).toList();
        return longer.isEmpty() ? telling : longer;
    }

    /** {@code rabbitmqoperator/cluster-operator} is the rabbitmq operator. */
    private List<String> withPart(Hit own, List<String> words) {
        List<String> whole = new ArrayList<>(words.subList(own.first(), own.end()));
        words.subList(own.end(), words.size()).stream()
                .filter(word -> vocabulary.has(Sort.PART, word))
                .limit(1)
                .forEach(whole::add);
        return whole;
    }

    private void unknown(String naming, Names names) {
        List<String> words = parted(naming);
        boolean property = PROPERTY.matcher(naming).matches();
        List<String> telling = telling(words).stream()
                .filter(word -> !property || !vocabulary.isEmpty(word))
                .toList();
        boolean service = telling.size() == 1
                && words.size() > 1
                && words.stream().anyMatch(word -> vocabulary.has(Sort.FORM, word));
        if (service) {
            names.putService(telling);
            names.put(words, Bond.OWN);
        } else if (telling.isEmpty() && !words.isEmpty() && !naming.contains("_")) {
            names.put(words, Bond.OWN);
        } else if (!telling.isEmpty()
                && telling.size() <= LONGEST
                && (vocabulary.canName(telling) || !naming.contains("_"))) {
            names.put(telling, Bond.OWN);
            if (telling.size() > 1 && telling.size() == words.size()) {
                table.of(telling.get(0)).ifPresent(row -> names.put(telling.subList(0, 1), Bond.FAMILY));
            }
        }
    }

    /** An attribute that is no version, such as {@code instance_types}, says what the change is about. */
    private static boolean isPhrase(List<String> attribute) {
        return attribute.size() > 1 && !attribute.contains("version");
    }

    /** The words of a path; one that begins with a thing's name and goes on with a common word is two. */
    private List<String> parted(String path) {
        List<String> parted = new ArrayList<>();
        for (String word : Name.wordsOf(path)) {
            int split = split(word);
            if (split > 0) {
                parted.add(word.substring(0, split));
                parted.add(word.substring(split));
            } else {
                parted.add(word);
            }
        }
        return parted;
    }

    private int split(String word) {
        for (int i = word.length() - 1; i >= SHORTEST_JOINED && table.of(word).isEmpty(); i--) {
            String rest = word.substring(i);
            if ((vocabulary.isEmpty(rest) || vocabulary.has(Sort.FORM, rest))
                    && table.of(word.substring(0, i)).isPresent()) {
                return i;
            }
        }
        return 0;
    }
}
