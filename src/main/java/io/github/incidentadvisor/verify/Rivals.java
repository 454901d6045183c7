package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;

/** Which things could stand in each other's place. */
final class Rivals {
    private Rivals() {}

    /** Both could stand in one place. */
    static boolean are(Token token, Token rival) {
        if (token.norm().equals(rival.norm()) || token.isIn(rival) || rival.isIn(token)) {
            return false;
        }
        boolean numbers = token.kind() != rival.kind()
                && token.isFact()
                && rival.isFact()
                && token.text().matches("\\d+")
                && rival.text().matches("\\d+");
        boolean names = isWord(token)
                && isWord(rival)
                && Weights.isName(token)
                && Weights.isName(rival)
                && shape(token).equals(shape(rival));
        return token.kind() == rival.kind() && !isWord(token) || names || numbers;
    }

    static boolean isWord(Token token) {
        return token.kind() == Kind.ID || token.kind() == Kind.NAME || token.kind() == Kind.WORD;
    }

    /** Class names stand in the place of class names, keys in that of keys. */
    private static String shape(Token identifier) {
        String text = identifier.text();
        if (identifier.kind() == Kind.NAME || text.matches("[A-Z]+-.*")) {
            return identifier.kind() == Kind.NAME ? "name" : "code";
        }
        if (text.contains("(") || text.contains("/")) {
            return text.contains("(") ? "call" : "path";
        }
        if (text.matches(
                "[\\w-]+\\.(?:java|kt|scala|groovy|xml|ya?ml|properties|json|tf|toml|gradle|md|js|ts|py|sh)")) {
            return "file";
        }
        String last = text.substring(text.lastIndexOf('.') + 1);
        return !last.isEmpty() && Character.isUpperCase(last.charAt(0))
                ? "type"
                : (text.contains(".") ? "dotted" : "") + (text.contains("-") ? "hyphen" : "");
    }
}
