package dev.protection.spring.security;

import dev.protection.Actor;
import dev.protection.spring.ActorSource;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever Spring Security holds to be signed in on this thread. */
final class SignedInActors implements ActorSource {
    private final ActorMapper mapper;

    SignedInActors(ActorMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Optional<Actor> current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(SignedInActors::isSomebody)
                .map(mapper::map);
    }

    static boolean isSomebody(Authentication authentication) {
        return authentication.isAuthenticated() && !(authentication instanceof AnonymousAuthenticationToken);
    }
}
