import static io.github.incidentadvisor.sample.Sandbox.*
import groovy.json.JsonSlurper

def log = new File(basedir, "build.log").text
holds(log, "mig-38a096  Java 17 → 21", "-FROM eclipse-temurin:17-jre", "+FROM eclipse-temurin:21-jre",
        "Nothing is written. -Dincident-advisor.apply=worktree edits 3 files, apply=branch commits them on incident-advisor/mig-38a096.",
        "3 files on the branch incident-advisor/mig-38a096, commit ", "3 files edited; git diff shows them.",
        "Nothing to edit: all that can be done by itself is done.",
        "There is no migration 'mig-000000'. The last report (judged by 2026-11-24) has: mig-38a096 (Java 17 → 21)")
assert new File(basedir, "Dockerfile").text == "FROM eclipse-temurin:21-jre\r\nRUN echo 17"
def pom = text(basedir.toPath().resolve("pom.xml"))
holds(pom, "<java.version>21<", "<maven.compiler.release>\${java.version}<", "<maven.compiler.testTarget>21<")
holds(text(basedir.toPath().resolve(".github/workflows/build.yml")), "java-version: '21' # as in the POM")
assert new File(basedir, ".git/refs/heads/incident-advisor/mig-38a096").isFile()
def json = new JsonSlurper().parse(new File(basedir, "target/incident-advisor/migration-mig-38a096.json"))
assert json.schemaVersion == 1 && json.branch == "incident-advisor/mig-38a096" && json.files == []
return true
