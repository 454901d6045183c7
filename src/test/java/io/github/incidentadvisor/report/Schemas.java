package io.github.incidentadvisor.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a schema has to say against a document. */
final class Schemas {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Schemas() {}

    static List<String> against(byte[] document, byte[] schema, SpecVersion.VersionFlag version) throws IOException {
        return against(document, JsonSchemaFactory.getInstance(version).getSchema(JSON.readTree(schema)));
    }

    /** @param references other schemas by the address that the schema knows them by */
    static List<String> against(
            byte[] document, Path schema, SpecVersion.VersionFlag version, Map<String, Path> references)
            throws IOException {
        JsonSchemaFactory factory = JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(version))
                .schemaLoaders(loaders -> {
                    for (Map.Entry<String, Path> one : references.entrySet()) {
                        loaders.schemas(Map.of(one.getKey(), text(one.getValue())));
                    }
                })
                .build();
        return against(document, factory.getSchema(JSON.readTree(Files.readString(schema))));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> against(byte[] document, JsonSchema schema) throws IOException {
        JsonNode node = JSON.readTree(document);
        return schema.validate(node).stream().map(Object::toString).sorted().toList();
    }
}
