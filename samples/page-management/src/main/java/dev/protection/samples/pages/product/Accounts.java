package dev.protection.samples.pages.product;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Looks accounts up while somebody signs in; nobody is signed in then, so it works under the context 'anonymous'. */
@Component
class Accounts implements UserDetailsService {
    private final TeamMembers members;

    Accounts(TeamMembers members) {
        this.members = members;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        TeamMembers.Account account =
                members.findByUserName(name).orElseThrow(() -> new UsernameNotFoundException("no such account"));
        return User.withUsername(account.userName())
                .password(account.passwordHash())
                .authorities("ROLE_" + account.role(), "TENANT_" + account.clientId())
                .build();
    }
}
