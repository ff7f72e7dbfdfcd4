package dev.protection.samples.pages;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Who signs in: four fixed users of a demonstration, and what of the product is whose. */
@Configuration(proxyBeanMethods = false)
class SignIn {
    static final String PASSWORD = "demo";
    private static final String OFFICER = "DATA_PROTECTION_OFFICER";

    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/sign-in", "/pages.css")
                        .permitAll()
                        .requestMatchers(
                                "/retention",
                                "/findings",
                                "/audit",
                                "/t/*/contacts/*/seen",
                                "/t/*/contacts/*/export",
                                "/t/*/contacts/*/erase")
                        .hasRole(OFFICER)
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in").defaultSuccessUrl("/contacts", true))
                .logout(out -> out.logoutSuccessUrl("/sign-in"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
                                + " frame-ancestors 'none'")))
                .build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                user("agent", "ROLE_AGENT", "TENANT_harbour-agency"),
                user("franchisee", "ROLE_FRANCHISEE", "TENANT_oulu"),
                user("support", "ROLE_SUPPORT", "TENANT_harbour-agency"),
                user("officer", "ROLE_" + OFFICER, "TENANT_harbour-agency"));
    }

    private static UserDetails user(String name, String... authorities) {
        return User.withUsername(name)
                .password("{noop}" + PASSWORD)
                .authorities(authorities)
                .build();
    }
}
