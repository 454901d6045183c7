import io.github.incidentadvisor.sample.ChatServer
import io.github.incidentadvisor.sample.SampleProject

// What an earlier build of this module fetched, so that the first run here is a first run.
new File(localRepositoryPath, "com/openai").deleteDir()

def module = basedir.toPath().parent.parent.parent
SampleProject.layOut(module.resolve("src/sample"), basedir.toPath().resolve("laid-out"))

def model = new ChatServer()
context.put("model", model)
new File(basedir, "test.properties").text = """\
incident-advisor.modelBaseUrl = ${model.url()}
org.slf4j.simpleLogger.showDateTime = true
org.slf4j.simpleLogger.dateTimeFormat = yyyy-MM-dd'T'HH:mm:ss.SSSXXX
"""
return true
