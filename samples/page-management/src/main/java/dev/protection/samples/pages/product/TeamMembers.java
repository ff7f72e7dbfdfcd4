package dev.protection.samples.pages.product;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

/** The accounts; each purpose is given the columns it needs and no others. */
interface TeamMembers extends Repository<TeamMember, Long> {
    /** What the sign-in needs of an account. */
    record Account(String userName, String passwordHash, String role, String clientId) {
        @Override
        public String toString() {
            return "Account";
        }
    }

    /** What is shown of a team member. */
    record Listed(
            String userName,
            @Nullable String fullName,
            @Nullable String email,
            String role,
            String clientId,
            @Nullable LocalDateTime lastSeenAt) {}

    Optional<Account> findByUserName(String userName);

    Page<Listed> findAllBy(Pageable page);
}
