import static io.github.incidentadvisor.sample.Sandbox.*

def out = basedir.toPath().resolve("target/incident-advisor")
def page = text(out.resolve("organisation.md"))
holds(page, "Spring Boot 3.2", "acme/billing", "acme/shop", "Not read (1)", "acme/nothing: holds no git repository", "2 repositories, 2 uses")
holds(text(out.resolve("organisation.html")), "<h2>Repositories</h2>")
holds(text(out.resolve("repositories/acme+shop/report.json")), '"mode" : "state"', '"kind" : "end-of-support"')
holds(new File(basedir, "build.log").text, "2 repositories read, 0 of them as before, 1 not")
return true
