package dev.protection.spring.security;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.TenantId;
import dev.protection.anomaly.Anomaly;
import dev.protection.anomaly.KeyedHash;
import dev.protection.anomaly.Origin;
import dev.protection.anomaly.SecurityEvent;
import dev.protection.core.Protection;
import dev.protection.spring.TenantResolver;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionDestroyedEvent;

/** Reports what Spring Security notices to the detectors: sign-ins, sessions, refusals. */
final class SecurityEvents {
    private static final TenantId UNKNOWN = TenantId.of("unknown");
    private static final String APPLICATION = "(application)";

    private final Supplier<Protection> protection;
    private final ActorMapper actors;
    private final Supplier<Stream<TenantResolver>> tenants;
    private final KnownNames known = new KnownNames();

    SecurityEvents(Supplier<Protection> protection, ActorMapper actors, Supplier<Stream<TenantResolver>> tenants) {
        this.protection = protection;
        this.actors = actors;
        this.tenants = tenants;
    }

    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        Authentication authentication = event.getAuthentication();
        if (!SignedInActors.isSomebody(authentication)) {
            return;
        }
        Actor actor = actors.map(authentication);
        Anomaly anomaly = protection.get().anomaly();
        Origin origin = Origins.of(anomaly, authentication.getDetails());
        known.add(hash(anomaly, authentication.getName()), actor);
        anomaly.observe(new SecurityEvent.SignIn(at(event), tenant(actor), actor.id(), true, origin));
        Origins.session(authentication.getDetails())
                .ifPresent(
                        session -> session(event, anomaly, actor, session, SecurityEvent.Session.Phase.START, origin));
    }

    /** People type passwords where a name is asked for, so a name that never signed in is reported as a keyed hash. */
    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        Authentication tried = event.getAuthentication();
        Anomaly anomaly = protection.get().anomaly();
        KeyedHash name = hash(anomaly, tried.getName());
        Actor actor = known.of(name).orElseGet(() -> new Actor(name.hex(), Set.of(), Set.of(), Map.of()));
        anomaly.observe(new SecurityEvent.SignIn(
                at(event), tenant(actor), actor.id(), false, Origins.of(anomaly, tried.getDetails())));
    }

    @EventListener
    void ended(SessionDestroyedEvent event) {
        Anomaly anomaly = protection.get().anomaly();
        event.getSecurityContexts().stream()
                .map(context -> context.getAuthentication())
                .filter(authentication -> authentication != null && SignedInActors.isSomebody(authentication))
                .forEach(authentication -> session(
                        event,
                        anomaly,
                        actors.map(authentication),
                        event.getId(),
                        SecurityEvent.Session.Phase.END,
                        Origins.of(anomaly, authentication.getDetails())));
    }

    /** What Spring Security refuses by itself; what the library refuses it reports itself. */
    @EventListener
    void refused(AuthorizationDeniedEvent<?> event) {
        Authentication authentication = event.getAuthentication().get();
        if (authentication == null || !SignedInActors.isSomebody(authentication)) {
            return;
        }
        Actor actor = actors.map(authentication);
        protection
                .get()
                .anomaly()
                .observe(new SecurityEvent.Refused(
                        at(event), tenant(actor), actor.id(), Action.READ, APPLICATION, "SPRING_SECURITY"));
    }

    private void session(
            ApplicationEvent event,
            Anomaly anomaly,
            Actor actor,
            String id,
            SecurityEvent.Session.Phase phase,
            Origin origin) {
        anomaly.observe(
                new SecurityEvent.Session(at(event), tenant(actor), actor.id(), hash(anomaly, id), phase, origin));
    }

    private TenantId tenant(Actor actor) {
        Optional<TenantId> resolved = tenants.get()
                .flatMap(resolver -> resolver.resolve(actor).stream())
                .findFirst();
        return resolved.or(() -> actor.tenants().stream().sorted().findFirst()).orElse(UNKNOWN);
    }

    private static KeyedHash hash(Anomaly anomaly, @Nullable String text) {
        return anomaly.origin(String.valueOf(text), Optional.empty()).address();
    }

    private static Instant at(ApplicationEvent event) {
        return Instant.ofEpochMilli(event.getTimestamp());
    }
}
