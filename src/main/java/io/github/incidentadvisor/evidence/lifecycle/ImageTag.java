package io.github.incidentadvisor.evidence.lifecycle;

import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of an image's tag say that it is built on: an operating system by number or codename, a JDK. */
final class ImageTag {
    private static final Map<String, String> CODENAMES = Map.ofEntries(
            Map.entry("stretch", "debian 9"),
            Map.entry("buster", "debian 10"),
            Map.entry("bullseye", "debian 11"),
            Map.entry("bookworm", "debian 12"),
            Map.entry("trixie", "debian 13"),
            Map.entry("trusty", "ubuntu 14.04"),
            Map.entry("xenial", "ubuntu 16.04"),
            Map.entry("bionic", "ubuntu 18.04"),
            Map.entry("focal", "ubuntu 20.04"),
            Map.entry("jammy", "ubuntu 22.04"),
            Map.entry("noble", "ubuntu 24.04"));

    private static final Pattern SYSTEM =
            Pattern.compile("(?:^|[-_.])(?:(alpine|debian|ubuntu|centos|fedora|ubi|al|amazonlinux|ol|oraclelinux)-?"
                    + "(\\d{1,4}(?:\\.\\d{1,2})?)(?=$|[-_.])|(" + String.join("|", CODENAMES.keySet())
                    + ")(?=$|[-_.]))");

    private static final Map<String, String> SYSTEMS = Map.of(
            "alpine", "alpine-linux",
            "debian", "debian",
            "ubuntu", "ubuntu",
            "centos", "centos",
            "fedora", "fedora",
            "ubi", "rhel",
            "al", "amazon-linux",
            "amazonlinux", "amazon-linux",
            "ol", "oracle-linux",
            "oraclelinux", "oracle-linux");

    private static final Map<String, String> VENDORS = Map.ofEntries(
            Map.entry("eclipse-temurin", "eclipse-temurin"),
            Map.entry("temurin", "eclipse-temurin"),
            Map.entry("adoptopenjdk", "eclipse-temurin"),
            Map.entry("amazoncorretto", "amazon-corretto"),
            Map.entry("corretto", "amazon-corretto"),
            Map.entry("sapmachine", "sapmachine"),
            Map.entry("ibm-semeru", "ibm-semeru-runtime"),
            Map.entry("semeru", "ibm-semeru-runtime"),
            Map.entry("openjdk", "openjdk-builds-from-oracle"),
            Map.entry("azulzulu", "azul-zulu"),
            Map.entry("zulu", "azul-zulu"),
            Map.entry("liberica", "bellsoft-liberica"),
            Map.entry("microsoft-openjdk", "microsoft-build-of-openjdk"),
            Map.entry("graalvm-community", "graalvm-ce"));

    private static final String VENDOR = "("
            + String.join(
                    "|",
                    VENDORS.keySet().stream()
                            .sorted((a, b) -> b.length() - a.length())
                            .toList()) + ")";
    private static final Pattern VENDOR_FIRST =
            Pattern.compile("(?:^|-)" + VENDOR + "-(?:open-?|jdk-?)?(\\d{1,2})(?=$|[-_.])");
    private static final Pattern JDK_FIRST =
            Pattern.compile("(?:^|-)(?:jdk|jre|java)-?(\\d{1,2})(?:-" + VENDOR + ")?(?=$|[-_.])");

    private ImageTag() {}

    /**
     * What the tag says beyond the image's own version.
     *
     * @param jdk empty when the tags of the image name no JDK; the product where the tag names no vendor; {@code ?} when that is
     *     not known
     */
    static List<ProductAt> brought(String tag, String jdk) {
        List<ProductAt> brought = new ArrayList<>();
        String words = tag.toLowerCase(Locale.ROOT);
        if (!jdk.isEmpty()) {
            jdk(words, jdk).ifPresent(brought::add);
        }
        system(words).ifPresent(brought::add);
        return brought;
    }

    private static Optional<ProductAt> jdk(String words, String otherwise) {
        Matcher vendor = VENDOR_FIRST.matcher(words);
        if (vendor.find()) {
            return Optional.of(at(VENDORS.get(vendor.group(1)), vendor.group(2)));
        }
        Matcher jdk = JDK_FIRST.matcher(words);
        if (!jdk.find()) {
            return Optional.empty();
        }
        String product = jdk.group(2) == null ? otherwise : VENDORS.get(jdk.group(2));
        return product.equals("?") ? Optional.empty() : Optional.of(at(product, jdk.group(1)));
    }

    private static Optional<ProductAt> system(String words) {
        Matcher system = SYSTEM.matcher(words);
        if (!system.find()) {
            return Optional.empty();
        }
        if (system.group(3) != null) {
            String[] known = CODENAMES.get(system.group(3)).split(" ");
            return Optional.of(at(known[0], known[1]));
        }
        return Optional.of(at(SYSTEMS.get(system.group(1)), system.group(2)));
    }

    private static ProductAt at(String product, String version) {
        return new ProductAt(product, new Version(version));
    }
}
