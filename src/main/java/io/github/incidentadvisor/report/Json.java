package io.github.incidentadvisor.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.model.AdvisorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JSON as we write it (two spaces, line feeds, a last one) and as we dare to read it (bounded in size and depth). */
public final class Json {
    private static final int LIMIT = 32 << 20;
    private static final ObjectMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(30)
                            .maxStringLength(1 << 20)
                            .build())
                    .build())
            .build();

    private Json() {}

    /** A new object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The bytes of a document. */
    public static byte[] bytes(ObjectNode root) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        try {
            return (MAPPER.writer(printer).writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes is always JSON", e);
        }
    }

    /** @throws AdvisorException when it is no JSON object, too long or too deep */
    static JsonNode read(byte[] bytes, String name) {
        if (bytes.length > LIMIT) {
            throw new AdvisorException(name + " has more than " + (LIMIT >> 20) + " MiB and is not read.");
        }
        try {
            JsonNode node = MAPPER.readTree(bytes);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (IOException e) {
            throw new AdvisorException(name + " is no JSON that can be read: " + firstLine(e.getMessage()), e);
        }
        throw new AdvisorException(name + " holds no JSON object.");
    }

    private static String firstLine(String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    static void array(ObjectNode at, String name, List<String> texts) {
        var array = at.putArray(name);
        texts.forEach(array::add);
    }
}
