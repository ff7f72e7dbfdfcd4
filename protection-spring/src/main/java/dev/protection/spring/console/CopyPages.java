package dev.protection.spring.console;

import dev.protection.SubjectRef;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestPlan;
import dev.protection.rights.SubjectRequest;
import dev.protection.rights.SubjectRights;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The right to a copy: what is in it, and the file, with a page that any browser opens. */
@RestController
@RequestMapping("${protection.console.path:/protection}/people/{tenant}/{kind}/{id}/copy")
final class CopyPages {
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Console console;

    CopyPages(Console console) {
        this.console = console;
    }

    @GetMapping(produces = "text/html;charset=UTF-8")
    String plan(
            HttpServletRequest request,
            @PathVariable String tenant,
            @PathVariable String kind,
            @PathVariable String id) {
        SubjectRef person = Words.person(tenant, kind, id);
        RequestPlan plan = console.protection().rights().preview(SubjectRequest.export(person));
        return console.page(
                request,
                "A copy for " + Words.name(person),
                Html.section("What is in it", Words.removed("In the copy", plan.lines())),
                Html.section(
                        "The file",
                        Html.p(
                                "A zip with a page to read, JSON and CSV for machines, what was attached, and a manifest"
                                        + " with the hash of each. It is read anew and kept nowhere; each download is recorded."),
                        Console.button(request, console.at(request, person, "/copy"), "Download the copy")),
                console.toPerson(request, person));
    }

    @PostMapping
    ResponseEntity<byte[]> copy(@PathVariable String tenant, @PathVariable String kind, @PathVariable String id) {
        SubjectRights rights = console.protection().rights();
        RequestId request = rights.submit(SubjectRequest.export(Words.person(tenant, kind, id)));
        rights.await(request, Console.PATIENCE);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        rights.download(request, zip);
        ContentDisposition file =
                ContentDisposition.attachment().filename("copy.zip").build();
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(zip.toByteArray());
    }
}
