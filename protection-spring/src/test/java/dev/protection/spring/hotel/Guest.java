package dev.protection.spring.hotel;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.SQLDelete;
import org.hibernate.annotations.SQLRestriction;
import org.springframework.data.annotation.CreatedBy;
import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.LastModifiedDate;
import org.springframework.data.jpa.domain.support.AuditingEntityListener;

/** Somebody who stays; never really deleted. */
@Entity
@Table(name = "guest")
@EntityListeners(AuditingEntityListener.class)
@SQLDelete(sql = "UPDATE guest SET gone = TRUE WHERE id = ? AND version = ?")
@SQLRestriction("gone = FALSE")
class Guest {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "guest_seq")
    @SequenceGenerator(name = "guest_seq", sequenceName = "guest_seq", allocationSize = 20)
    Long id;

    @Version
    int version;

    String firstName;

    @Column(nullable = false, length = 60)
    String lastName;

    @Column(unique = true)
    String email;

    LocalDate birthDate;

    @Column(precision = 12, scale = 2)
    BigDecimal balance;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    Level level;

    @Embedded
    Address address;

    @Column(columnDefinition = "text")
    String notes;

    boolean gone;

    @CreatedDate
    @Column(updatable = false)
    Instant createdAt;

    @LastModifiedDate
    Instant changedAt;

    @CreatedBy
    @Column(updatable = false)
    String createdBy;

    @ElementCollection
    @CollectionTable(name = "guest_phone", joinColumns = @JoinColumn(name = "guest_id"))
    @OrderColumn(name = "place")
    @Column(name = "phone")
    List<String> phones = new ArrayList<>();

    @OneToMany(mappedBy = "guest", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    List<Stay> stays = new ArrayList<>();

    protected Guest() {}

    Guest(String firstName, String lastName, String email, LocalDate birthDate, Level level) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.email = email;
        this.birthDate = birthDate;
        this.level = level;
    }

    /** What is told apart by looking; no times, which differ from run to run. */
    @Override
    public String toString() {
        return id + " v" + version + " " + firstName + " " + lastName + " " + email + " " + birthDate + " " + balance
                + " " + level + " " + (address == null ? null : address.street + "/" + address.town) + " " + notes;
    }
}
