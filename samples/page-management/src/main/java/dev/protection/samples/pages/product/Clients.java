package dev.protection.samples.pages.product;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Whom somebody works for: where he is assigned, and what lies below; the product's own company works for everybody. */
@Component
class Clients {
    private static final String ASSIGNED = "TENANT_";
    private static final String OWN_COMPANY = "example-pages";

    private final JdbcClient jdbc;

    Clients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A client, and who that belongs to. */
    record Client(String id, @Nullable String parentId) {}

    Set<String> of(HttpServletRequest request) {
        List<Client> all =
                jdbc.sql("SELECT id, parent_id FROM tenant").query(Client.class).list();
        Set<String> mine = new HashSet<>(assigned(request));
        boolean everybody = mine.contains(OWN_COMPANY);
        int before = -1;
        while (before < mine.size()) {
            before = mine.size();
            all.stream()
                    .filter(client -> everybody || mine.contains(client.parentId()))
                    .map(Client::id)
                    .forEach(mine::add);
        }
        return mine;
    }

    private static List<String> assigned(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication user
                ? user.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(authority -> authority != null && authority.startsWith(ASSIGNED))
                        .map(authority -> authority.substring(ASSIGNED.length()))
                        .toList()
                : List.of();
    }
}
