package dev.protection.jdbc.frameworks.hibernate;

import dev.protection.jdbc.frameworks.Journal;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Queries in HQL and by criteria. */
final class Reading {
    private final SessionFactory factory;
    private final Journal journal;

    Reading(SessionFactory factory, Journal journal) {
        this.factory = factory;
        this.journal = journal;
    }

    void run() {
        factory.inTransaction(session -> {
            journal.note("by id", session.find(Member.class, 3L));
            Member lazy = session.find(Member.class, 2L);
            journal.note("lazy remarks", List.copyOf(lazy.remarks));
            journal.note("lazy aliases", List.copyOf(lazy.aliases));
            session.refresh(lazy);
            journal.note("many by id", session.findMultiple(Member.class, List.of(1L, 4L, 99L)));
        });
        factory.inTransaction(this::queries);
        factory.inTransaction(this::joins);
        factory.inTransaction(this::projections);
        factory.inTransaction(this::criteria);
        factory.inTransaction(this::natively);
    }

    private void queries(Session session) {
        ask(session, "from Member m where m.email = 'member.3.sentinel@example.com'");
        ask(session, "from Member m where m.phone is null order by m.id");
        ask(session, "from Member m where m.phone in ('+358401', '+358402') order by m.id desc");
        ask(session, "from Member m where m.status = GUEST and m.points <> 300 order by m.id");
        ask(session, "from Member m where m.name like 'Member Sentinel%' order by m.name desc");
        ask(session, "from Member m where lower(m.name) like lower('member sentinel 5%')");
        ask(session, "from Member m where m.birthDate = date 1983-02-04");
        ask(session, "from Member m where not (m.email = 'nobody') and m.city = 'Oulu' order by m.id");
        ask(session, "select count(*) from Member m where m.active is not null");
        ask(
                session,
                "select m from Member m where exists (from Remark r where r.member = m and r.weight > 4) order by m.id");
        ask(session, "select m from Member m where size(m.remarks) > 5 order by m.id");
        ask(session, "select m from Member m where 'Alias Sentinel 4' member of m.aliases");
        journal.note(
                "page",
                session.createSelectionQuery("from Member m where m.name like :start order by m.id", Member.class)
                        .setParameter("start", "Member%")
                        .setFirstResult(2)
                        .setMaxResults(3)
                        .list());
        journal.note(
                "several values",
                session.createSelectionQuery("from Member m where m.birthDate in :days order by m.id", Member.class)
                        .setParameterList("days", List.of(LocalDate.of(1981, 2, 2), LocalDate.of(1982, 2, 3)))
                        .list());
        journal.note(
                "sorted page",
                session.createSelectionQuery("from Dossier d order by d.title, d.nationalId", Dossier.class)
                        .setFirstResult(5)
                        .setMaxResults(5)
                        .setFetchSize(2)
                        .list());
    }

    private void joins(Session session) {
        journal.note(
                "fetch join",
                session
                        .createSelectionQuery(
                                "select distinct m from Member m left join fetch m.remarks where m.city = 'Oulu' order by m.id",
                                Member.class)
                        .list()
                        .stream()
                        .map(member -> member + " with " + member.remarks)
                        .collect(Collectors.toList()));
        ask(
                session,
                "select r from Remark r join r.member m where m.email = 'member.2.sentinel@example.com' order by r.id");
        ask(session, "select r from Remark r join fetch r.member where r.weight = 2 order by r.id");
        ask(session, "select m.name, a from Member m join m.aliases a where m.id = 3 order by index(a)");
        ask(session, "select a.name, b.name from Member a join Member b on a.id = b.id + 1 order by a.id");
        ask(session, "select m.id, count(r) from Member m left join m.remarks r group by m.id order by m.id");
        ask(
                session,
                "select m.id, m.name, count(r) from Member m join m.remarks r group by m.id, m.name order by m.id");
        ask(session, "select distinct m.id, m.name from Member m join m.remarks r order by m.id");
    }

    private void projections(Session session) {
        ask(session, "select m.name, m.email, m.balance, m.active, m.photo from Member m order by m.id");
        ask(session, "select m.name || ' <' || m.email || '>' from Member m order by m.id");
        ask(session, "select upper(m.name), length(m.name) from Member m order by m.id");
        ask(session, "select coalesce(m.phone, 'none') from Member m order by m.id");
        ask(session, "select case when m.city = 'Oulu' then m.name else 'elsewhere' end from Member m order by m.id");
        ask(session, "select max(m.id), min(m.city) from Member m");
        ask(session, "select count(distinct m.phone) from Member m");
        ask(session, "select m.status, count(*) from Member m group by m.status order by count(*), max(m.id)");
        ask(session, "select year(m.birthDate) from Member m order by m.id");
        journal.note(
                "as a record",
                session.createSelectionQuery(
                                "select m.id, m.name from Member m where m.id < 3 order by m.id", Line.class)
                        .list());
    }

    /** What a list shows. */
    public record Line(Long id, String name) {}

    private void criteria(Session session) {
        CriteriaBuilder builder = session.getCriteriaBuilder();
        CriteriaQuery<Member> query = builder.createQuery(Member.class);
        Root<Member> member = query.from(Member.class);
        query.where(builder.or(
                        builder.equal(member.get("email"), "member.1.sentinel@example.com"),
                        builder.like(member.get("name"), "Member Sentinel 7%"),
                        member.get("points").in(200, 300)))
                .orderBy(builder.asc(member.get("id")));
        journal.note("criteria", session.createQuery(query).list());
        CriteriaQuery<Long> count = builder.createQuery(Long.class);
        Root<Member> counted = count.from(Member.class);
        count.select(builder.count(counted)).where(builder.isNotNull(counted.get("phone")));
        journal.note("counted", session.createQuery(count).getSingleResult());
    }

    private void natively(Session session) {
        journal.note(
                "native entity",
                session.createNativeQuery("select * from Member where email = ?", Member.class)
                        .setParameter(1, "member.6.sentinel@example.com")
                        .list());
        journal.note(
                "native values",
                session.createNativeQuery(
                                "select name, points, birthDate from Member where id < 4 order by id", Object[].class)
                        .list());
        try (var rows = session.createSelectionQuery("from Remark r order by r.id", Remark.class)
                .setFetchSize(5)
                .getResultStream()) {
            journal.note("streamed", rows.map(Remark::toString).toList());
        }
        try (var scroll = session.createSelectionQuery("from Member m order by m.id", Member.class)
                .scroll()) {
            scroll.last();
            journal.note("last", scroll.get());
            scroll.previous();
            journal.note("before", scroll.get());
            scroll.first();
            journal.note("first", scroll.get());
        }
    }

    private void ask(Session session, String query) {
        journal.attempt(
                query, () -> session.createSelectionQuery(query, Object.class).list());
    }
}
