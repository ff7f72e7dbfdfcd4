package dev.protection.jdbc.frameworks.hibernate;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IDENTITY key, a version, fields of every type, values and entities that belong to it. */
@Entity
public class Member {
    /** How far somebody has come. */
    public enum Status {
        GUEST,
        REGULAR,
        LEFT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Version
    int version;

    @Column(nullable = false)
    @Nullable
    String name;

    @Column(unique = true)
    @Nullable
    String email;

    @Nullable
    String phone;

    @Nullable
    LocalDate birthDate;

    @Column(precision = 12, scale = 2)
    @Nullable
    BigDecimal balance;

    @Nullable
    Integer points;

    @Nullable
    Long visits;

    boolean active;

    @Enumerated(EnumType.STRING)
    @Nullable
    Status status;

    @Nullable
    LocalDateTime lastSeen;

    byte @Nullable [] photo;

    @Nullable
    String city;

    @Nullable
    OffsetDateTime joined;

    @ElementCollection
    @CollectionTable(name = "member_alias", joinColumns = @JoinColumn(name = "member_id"))
    @OrderColumn(name = "place")
    @Column(name = "alias")
    List<String> aliases = new ArrayList<>();

    @OneToMany(mappedBy = "member", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    List<Remark> remarks = new ArrayList<>();

    static Member of(int number, String city) {
        Member member = new Member();
        member.name = "Member Sentinel " + number;
        member.email = "member." + number + ".sentinel@example.com";
        member.phone = number % 3 == 0 ? null : "+35840" + number;
        member.birthDate = LocalDate.of(1980 + number, 2, 1 + number);
        member.balance = new BigDecimal("10.50").multiply(BigDecimal.valueOf(number - 3));
        member.points = number * 100;
        member.visits = number % 2 == 0 ? null : 5_000_000_000L + number;
        member.active = number % 2 == 0;
        member.status = Status.values()[number % 3];
        member.lastSeen = LocalDateTime.of(2024, 1, number, 3, 4, 5, 123_456_000);
        member.photo = new byte[] {(byte) number, 0, (byte) 0xE7};
        member.city = city;
        member.joined = OffsetDateTime.parse("2024-03-0" + number + "T10:15:30+02:00");
        return member;
    }

    Remark remark(String text) {
        Remark remark = new Remark();
        remark.member = this;
        remark.text = text;
        remarks.add(remark);
        return remark;
    }

    @Override
    public String toString() {
        return "Member " + id + " v" + version + " " + name + " " + email + " " + phone + " " + birthDate + " "
                + (balance == null ? null : balance.stripTrailingZeros().toPlainString())
                + " " + points + " " + visits + " " + active + " " + status + " " + lastSeen
                + " " + (photo == null ? null : photo.length) + " " + city + " "
                + (joined == null ? null : joined.toInstant());
    }
}
