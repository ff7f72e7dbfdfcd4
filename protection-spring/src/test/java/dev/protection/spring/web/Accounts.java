package dev.protection.spring.web;

import dev.protection.ProtectionContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Accounts, looked up with personal data in hand, as they are where e-mail addresses are user names. */
class Accounts implements UserDetailsService {
    private final JdbcTemplate jdbc;
    private final UserDetailsService kept;
    private final Set<String> actors = ConcurrentHashMap.newKeySet();

    Accounts(JdbcTemplate jdbc, UserDetailsService kept) {
        this.jdbc = jdbc;
        this.kept = kept;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        jdbc.queryForList("SELECT full_name FROM contact WHERE email = ?", String.class, name);
        actors.add(ProtectionContext.current().orElseThrow().actor().id());
        return kept.loadUserByUsername(name);
    }

    Set<String> actors() {
        return actors;
    }
}
