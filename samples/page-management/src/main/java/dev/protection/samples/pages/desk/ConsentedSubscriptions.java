package dev.protection.samples.pages.desk;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.core.Protection;
import dev.protection.lawfulness.Indication;
import dev.protection.rights.SubjectRequest;
import dev.protection.samples.pages.start.Subscriptions;
import org.springframework.stereotype.Component;

/** Subscriptions as consents, without which the newsletter reaches nobody (Art. 7 GDPR). */
@Component
final class ConsentedSubscriptions implements Subscriptions {
    private final Protection protection;

    ConsentedSubscriptions(Protection protection) {
        this.protection = protection;
    }

    @Override
    public void subscribe(String tenant, long contact) {
        Indication how = Indication.of("newsletter notice 3", "web form, box ticked");
        protection
                .rights()
                .submit(SubjectRequest.giveConsent(
                        SubjectRef.of(TenantId.of(tenant), "contact", contact), "newsletter", how));
    }
}
