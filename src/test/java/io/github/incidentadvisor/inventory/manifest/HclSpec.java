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
                        "b 5 template( lookup(path(var m) 'k }' template( x )) )",
                        "c 6 jsonencode(object(a='}'))",
                        "d 7 opaque",
                        "e 10 '1'");
    }

    @Test
    void aPositionThatIsComputedIsNoName() {
        assertThat(read("""
                a = local.m["${var.env}-x"].id
                b = local.m["a\\"b"].id
                """)).containsExactly("a 1 opaque", "b 2 path(local m a\"b id)");
    }

    @Test
    void whatStandsInATemplateIsAnExpressionLikeAnyOther() {
        assertThat(read("""
                a = "${aws.db.main.0.name}:${local.m["k"]}"
                b = "${coalesce(var.tag, "1.2")}"
                c = "${var.x == 1 ? "a" : "b"}-${~ var.y ~}${x) y}"
                d = "${
                  var.z
                }"
                """))
                .containsExactly(
                        "a 1 template( aws.db.main.0.name : local.m.k )",
                        "b 2 template( coalesce(path(var tag) '1.2') )",
                        "c 3 template( opaque - opaque  opaque )",
                        "d 4 template( var.z )");
        Hcl.Template last = (Hcl.Template)
                Hcl.read("d = \"${\n  var.z\n}\"").body().attributes().get(0).value();
        assertThat(last.parts().get(1).line()).isEqualTo(2);
    }

    @Test
    void escapesAndNumbersAreThoseOfTheSpecification() {
        assertThat(read("""
                a = "\\u00e9\\U0001F600\\t\\\\ %%{x} \\u12"
                b = 1.5e-3
                c = 1e5
                d = 1-2
                """))
                .containsExactly("a 1 '\u00e9\uD83D\uDE00\t\\ %{x} u12'", "b 2 '1.5e-3'", "c 3 '1e5'", "d 4 opaque");
    }

    @Test
    void textOfJsonHasNoEscapesLeftAndNoLinesOfItsOwn() {
        Hcl.Template text = (Hcl.Template) HclTemplate.json("a\\n\n${var.x}", 3);
        assertThat(((Hcl.Literal) text.parts().get(0)).text()).isEqualTo("a\\n\n");
        assertThat(text.parts()).extracting(Expression::line).containsOnly(3);
    }

    @Test
    void aPathMayGoOnInTheNextLineOnlyWithinBrackets() {
        assertThat(read("""
                a = try(
                  var.a
                  .b
                  # comment
                  .c,
                  null
                )
                b = var.a
                """)).containsExactly("a 1 try(path(var a b c) null)", "b 8 path(var a)");
    }

    @Test
    void aKeyMayBeAnyExpression() {
        assertThat(read("""
                a = {
                  x.y/z = 1, "${var.k}" : 2
                  (var.k) = 3
                  var.m["k"] = 4
                  ""     = 5
                }
                """)).containsExactly("a 1 object(x.y/z='1' ${var.k}='2' (var.k)='3' var.m[\"k\"]='4' ='5')");
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
        String mixed = ("\"${" + "[".repeat(40)).repeat(40) + ("]".repeat(40) + "}\"").repeat(40);
        assertThat(Hcl.read("a = " + mixed).isWhole()).isTrue();
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
