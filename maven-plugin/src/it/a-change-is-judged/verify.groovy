import static io.github.incidentadvisor.sample.Sandbox.*

def ledger = basedir.toPath().resolve("laid-out/ledger")
def report = text(ledger.resolve("target/incident-advisor/report.json"))
holds(report, '"releaseNotes" : [', '"kind" : "breaking"', 'The configuration key `ledger.url` is renamed')
holds(report, '"mode" : "change"', '"verdict" : "broken"', '"owner" : "org.springframework.boot.task.TaskExecutorBuilder"', '"member" : "post"', 'service/src/main/java/com/example/ledger/AsyncConfig.java', 'pkg:maven/org.springframework.boot/spring-boot-starter-parent?type=pom',
        '"from" : "3.2.0"', '"to" : "3.5.3"', '"kind" : "target-near-end"', '"from" : "1.4.0"', '"to" : "2.0.0"', '"kind" : "orphan-pin"')
holds(text(ledger.resolve("target/incident-advisor/report.md")), "spring-boot-starter-parent 3.2.0 → 3.5.3", "pom.xml:9",
        "ledger-client 1.4.0 → 2.0.0: 2 of 4 entries of its release notes touch you", "You use LedgerClient.post.")
["report.sarif", "report.html", "bom.json", "inventory.json"].each { text(ledger.resolve("target/incident-advisor/" + it)) }

def withoutUsage = { it.replaceAll(/(?s)"usage".*/, "") }
def again = text(ledger.resolve("target/again/report.json"))
assert withoutUsage(report) == withoutUsage(again)
holds(again, '"requests" : 0')

// What it repeats is named, and a change that repeats nothing is told nothing.
holds(report, '"id" : "INC-118"', '"incident" : "After the deploy that moved Spring Boot from 3.1 to 3.2', 'Watch `executor.active` for half an hour')
def other = text(ledger.resolve("target/other/report.json"))
holds(other, '"mode" : "what-if"', '"to" : "25-jre"', '"incidents" : [ ]')
assert other =~ /"incidentsSearched" : \{\s+"count" : 2,/

def log = new File(basedir, "build.log").text
holds(log, "failOn=never: does not fail the build; broken or action or any would.")
return true
