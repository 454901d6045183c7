import static io.github.incidentadvisor.sample.Sandbox.*
import groovy.json.JsonSlurper
import io.github.incidentadvisor.sample.ChatServer
import java.time.Duration
import java.time.OffsetDateTime

def model = context.get("model")
model.close()
def target = basedir.toPath().resolve("laid-out/ledger/target")
def report = { new JsonSlurper().parseText(text(target.resolve(it + "/report.json"))) }
def authors = { it.advisories.collect { one -> one.prose.author }.toSet() }
def gaps = { it.notChecked.findAll { gap -> gap.what == "wording by the model" }.collect { gap -> gap.reason } }

// Without a model the second run could not have found the library absent, had the first one resolved it.
def none = report("none")
assert authors(none) == ["template"].toSet() && gaps(none).isEmpty()
def absent = report("absent")
assert authors(absent) == ["template"].toSet()
assert gaps(absent).size() == 1 && gaps(absent)[0].contains("openai-java-core") && gaps(absent)[0].contains("run once without -o")

["online", "there"].each {
    def worded = report(it)
    assert authors(worded) == ["model"].toSet() && gaps(worded).isEmpty()
    worded.advisories.each { one ->
        assert one.prose.dropped > 0 && one.prose.left*.text.contains(ChatServer.FALSE)
        assert !one.prose.sentences*.text.contains(ChatServer.FALSE)
    }
    // With secondReading it is asked what it wrote a second time, and has nothing against it.
    def calls = it == "online" ? 2 : 1
    assert worded.usage.model.calls == calls && worded.usage.byHost.localhost == calls && worded.usage.stages.wording > 0
    assert worded.verdict == none.verdict && worded.headline == none.headline
}

// The library comes with the third run alone, which says so and how large it is.
def log = new File(basedir, "build.log").text
def said = "its client library (about 80 MB) is downloaded once into the local repository"
assert count(log, said) == 1
assert count(log, "/openai-java-core-4.101.0.jar\n") == 1 : "one download"
assert log.indexOf(said) < log.indexOf("openai-java-core-4.101.0.pom")

// Of the project's sources the model hears no line but those of findings, and of its people nothing.
def strings
strings = { it instanceof Map ? it.values().collect(strings).flatten() : it instanceof List ? it.collect(strings).flatten() : [it.toString()] }
def heard = strings(new JsonSlurper().parseText(model.told()[0])).join("\n")
def places = none.advisories.collect { it.findings.collect { one -> one.place } }.flatten().findAll { it != null }.toSet()
def sources = 0
laidOut = basedir.toPath().resolve("laid-out/ledger")
laidOut.toFile().eachFileRecurse(groovy.io.FileType.FILES) { file ->
    if (!file.name.endsWith(".java")) return
    file.readLines().eachWithIndex { line, i ->
        def place = [file: laidOut.relativize(file.toPath()).toString(), line: i + 1]
        if (line.strip().length() > 20 && !places.any { it.file == place.file && it.line == place.line }) {
            sources++
            assert !heard.contains(line.strip()) : "a line of the sources is told: $place"
        }
    }
}
assert sources > 10
assert !(heard =~ /[\w.]+@[\w.]+\.\w+/) && !(heard =~ /(^|\s)@\w/)

// For people: what a model costs before its server hears of it. No assertion, since machines differ.
def begun = (log =~ /(?m)^(\S+) .*asking test-model at localhost for words/).collect { OffsetDateTime.parse(it[1]).toInstant() }
model.asked().each { at ->
    def from = begun.findAll { it.isBefore(at) }
    if (from) println "asked " + Duration.between(from.last(), at).toMillis() + " ms after its turn had come"
}
return true
