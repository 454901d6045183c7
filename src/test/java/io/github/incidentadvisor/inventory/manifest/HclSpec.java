package io.github.incidentadvisor.inventory.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.inventory.manifest.Hcl.Attribute;
import io.github.incidentadvisor.inventory.manifest.Hcl.Block;
import io.github.incidentadvisor.inventory.manifest.Hcl.Expression;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HclSpec {
    @Test
    void blocksLabelsAndAttributesHaveTheirLines() {
        assertThat(read("""
                # comment
                resource "aws_instance" "web" { // another
                  ami = "a" /* and
                  another */ # one
                  root {
                    size = 8
                  }
                }
                one_line "x" { a = 1 }
                """))
                .containsExactly(
                        "resource [aws_instance, web] 2",
                        "ami 3 'a'",
                        "root [] 5",
                        "size 6 '8'",
                        "one_line [x] 9",
                        "a 9 '1'");
    }

    @Test
    void plainExpressionsAreUnderstoodAndTheRestStaysOpaque() {
        assertThat(read("""
                a = "x-${var.y}-$${no}-%{if x}z%{endif}"
                b = local.m["k"].n[0]
                c = [1, "two", var.three,]
                d = { k = "v", "q.r/s" : 2
                  t = [
                    "u"
                  ]
                }
                e = coalesce(null, var.x)
                f = var.a == "b" ? "c" : [for x in y : x.z]
                g = -1.5
                h = { for k, v in m : k => v }
                i = a.b.c[*].d
                j = (1 + 2)
                """))
                .containsExactly(
                        "a 1 template(x- var.y -${no}- opaque z opaque )",
                        "b 2 path(local m k n 0)",
                        "c 3 list('1' 'two' path(var three))",
                        "d 4 object(k='v' q.r/s='2' t=list('u'))",
                        "e 9 coalesce(null path(var x))",
                        "f 10 opaque",
                        "g 11 '-1.5'",
                        "h 12 opaque",
                        "i 13 opaque",
                        "j 14 opaque");
    }

    @Test
    void textInHereDocumentsAndNestedQuotesEndsNothing() {
        assertThat(read("""
                a = <<-EOT
                  }
                  image = "not:1"
                  EOT
                b = "${lookup(var.m, "k }", "${x}")}"
                c = jsonencode({ a = "}" })
                d = <<END
                x
                END
                e = 1
                """))
                .containsExactly(
                        "a 1 opaque",
                        "b 5 template( opaque )",
                        "c 6 jsonencode(object(a='}'))",
                        "d 7 opaque",
                        "e 10 '1'");
    }

    @Test
    void whatStandsBeforeAnErrorIsKept() {
        Hcl.Read read = Hcl.read("a = 1\nb { c = 2 }\nd {\n  e = \"open\n}\n");

        assertThat(read.body().attributes()).hasSize(1);
        assertThat(read.body().blocks()).hasSize(1);
        assertThat(read.error()).isEqualTo("a quote without end");
        assertThat(read.errorLine()).isEqualTo(4);
    }

    @Test
    void nestingHasAnEnd() {
        assertThat(Hcl.read("a {\n".repeat(5000)).error()).startsWith("nested deeper");
        assertThat(Hcl.read("a = " + "[".repeat(100_000)).error()).startsWith("nested deeper");
        assertThat(Hcl.read("a = " + "\"${".repeat(5000)).error()).startsWith("quotes nested deeper");
    }

    private static List<String> read(String text) {
        Hcl.Read read = Hcl.read(text);
        assertThat(read.error()).isEmpty();
        List<String> found = new ArrayList<>();
        body(read.body(), found);
        return found;
    }

    /** Attributes and blocks by line. */
    private static void body(Hcl.Body body, List<String> found) {
        List<Object> parts = new ArrayList<>(body.attributes());
        parts.addAll(body.blocks());
        parts.sort(java.util.Comparator.comparingInt(
                part -> part instanceof Attribute attribute ? attribute.line() : ((Block) part).line()));
        for (Object part : parts) {
            if (part instanceof Attribute attribute) {
                found.add(attribute.name() + " " + attribute.line() + " " + sentence(attribute.value()));
            } else {
                Block block = (Block) part;
                found.add(block.type() + " " + block.labels() + " " + block.line());
                body(block.body(), found);
            }
        }
    }

    private static String sentence(Expression value) {
        if (value instanceof Hcl.Literal literal) {
            return "'" + literal.text() + "'";
        }
        if (value instanceof Hcl.Null) {
            return "null";
        }
        if (value instanceof Hcl.Path path) {
            return "path(" + String.join(" ", path.names()) + ")";
        }
        if (value instanceof Hcl.ListOf list) {
            return "list(" + sentences(list.items()) + ")";
        }
        if (value instanceof Hcl.Call call) {
            return call.name() + "(" + sentences(call.arguments()) + ")";
        }
        if (value instanceof Hcl.ObjectOf object) {
            return "object("
                    + String.join(
                            " ",
                            object.fields().stream()
                                    .map(field -> field.name() + "=" + sentence(field.value()))
                                    .toList())
                    + ")";
        }
        if (value instanceof Hcl.Template template) {
            return "template("
                    + String.join(
                            " ",
                            template.parts().stream()
                                    .map(part -> part instanceof Hcl.Literal literal
                                            ? literal.text()
                                            : part instanceof Hcl.Path path
                                                    ? String.join(".", path.names())
                                                    : sentence(part))
                                    .toList())
                    + ")";
        }
        return "opaque";
    }

    private static String sentences(List<Expression> values) {
        return String.join(" ", values.stream().map(HclSpec::sentence).toList());
    }
}
