package dev.protection.samples.pages.desk;

import dev.protection.core.Protection;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestPlan;
import dev.protection.rights.SubjectRequest;
import dev.protection.samples.pages.web.Html;
import dev.protection.samples.pages.web.Layout;
import dev.protection.spring.ForPurpose;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
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
@RequestMapping("/t/{tenant}/contacts/{id}/copy")
@ForPurpose("data-protection")
class CopyPages {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Protection protection;

    CopyPages(Protection protection) {
        this.protection = protection;
    }

    @GetMapping(produces = "text/html;charset=UTF-8")
    String plan(HttpServletRequest request, @PathVariable String tenant, @PathVariable long id) {
        RequestPlan plan = protection.rights().preview(SubjectRequest.export(Words.contact(tenant, id)));
        return Layout.page(
                request,
                "A copy for contact " + id,
                Html.section("What is in it", Words.removed("In the copy", plan.lines())),
                Html.section(
                        "The file",
                        Html.p(
                                "A zip with a page to read, JSON and CSV for machines, what was attached, and a manifest"
                                        + " with the hash of each. It is read anew and kept nowhere; each download is recorded."),
                        Layout.button(request, "/t/" + tenant + "/contacts/" + id + "/copy", "Download the copy")),
                Words.toContact(tenant, id));
    }

    @PostMapping
    ResponseEntity<byte[]> copy(@PathVariable String tenant, @PathVariable long id) {
        RequestId request = protection.rights().submit(SubjectRequest.export(Words.contact(tenant, id)));
        protection.rights().await(request, PATIENCE);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        protection.rights().download(request, zip);
        ContentDisposition file =
                ContentDisposition.attachment().filename("copy.zip").build();
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(zip.toByteArray());
    }
}
