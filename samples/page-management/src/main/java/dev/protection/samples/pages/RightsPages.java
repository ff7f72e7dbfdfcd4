package dev.protection.samples.pages;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.core.Protection;
import dev.protection.rights.ErasureReceipt;
import dev.protection.rights.Kept;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestStatus;
import dev.protection.rights.SubjectRequest;
import dev.protection.spring.ForPurpose;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person may ask for: a copy, and to be erased. */
@RestController
@RequestMapping("/t/{tenant}/contacts/{id}")
@ForPurpose("onboarding")
class RightsPages {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Protection protection;

    RightsPages(Protection protection) {
        this.protection = protection;
    }

    @PostMapping("/export")
    ResponseEntity<byte[]> export(@PathVariable String tenant, @PathVariable long id) {
        RequestId request = protection.rights().submit(SubjectRequest.export(subject(tenant, id)));
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

    @PostMapping(path = "/erase", produces = "text/html;charset=UTF-8")
    String erase(HttpServletRequest request, @PathVariable String tenant, @PathVariable long id) {
        RequestId asked = protection.rights().submit(SubjectRequest.erase(subject(tenant, id)));
        protection.rights().approve(asked);
        RequestStatus status = protection.rights().await(asked, PATIENCE);
        ErasureReceipt receipt = protection.rights().receipt(asked);
        List<Html> erased = receipt.erased().stream()
                .map(line -> Html.row(line.source(), line.dataset(), line.records(), String.join(", ", line.fields())))
                .toList();
        List<Html> kept = receipt.kept().stream().map(RightsPages::kept).toList();
        return Layout.page(
                request,
                "Receipt of an erasure",
                Html.section(
                        "The request is " + status.state(),
                        Html.of("<p>{} keys were destroyed.</p>", receipt.keysDestroyed()),
                        Html.table(List.of("Source", "Data", "Records", "Fields"), erased)),
                Html.section(
                        "What the law keeps", Html.table(List.of("Data", "Fields", "Records", "Duty", "Until"), kept)),
                Html.section("Signature", Html.of("<p><code>{}</code></p>", receipt.signature())),
                Html.of("<p>{}</p>", Layout.link("/t/" + tenant + "/contacts/" + id, "The contact now")));
    }

    private static Html kept(Kept kept) {
        return Html.row(
                kept.dataset(),
                String.join(", ", kept.fields()),
                kept.records(),
                kept.duties().stream()
                        .map(duty -> duty.law() + " for " + duty.period())
                        .collect(Collectors.joining(", ")),
                kept.until().map(Object::toString).orElse(""));
    }

    private static SubjectRef subject(String tenant, long id) {
        return SubjectRef.of(TenantId.of(tenant), "contact", id);
    }
}
