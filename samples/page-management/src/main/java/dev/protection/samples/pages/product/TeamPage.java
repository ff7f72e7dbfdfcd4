package dev.protection.samples.pages.product;

import dev.protection.samples.pages.web.Html;
import dev.protection.samples.pages.web.Layout;
import dev.protection.spring.ForPurpose;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has an account at the clients and locations one may work for. */
@RestController
class TeamPage {
    private static final int SIZE = 20;

    private final TeamMembers members;

    TeamPage(TeamMembers members) {
        this.members = members;
    }

    @GetMapping(path = "/team", produces = "text/html;charset=UTF-8")
    @ForPurpose("team-administration")
    String team(HttpServletRequest request, @RequestParam(defaultValue = "0") int page) {
        Page<TeamMembers.Listed> found =
                members.findAllBy(PageRequest.of(Math.max(0, page), SIZE, Sort.by("memberId")));
        return Layout.page(
                request,
                "Team",
                Html.section(
                        Texts.count(found.getTotalElements(), "team member", "team members"),
                        Html.table(
                                "Team members",
                                List.of("Account", "Name", "E-mail", "Role", "Works for", "Last seen"),
                                found.stream().<List<?>>map(TeamPage::row).toList()),
                        Paging.of("/team", found)));
    }

    private static List<?> row(TeamMembers.Listed member) {
        return List.of(
                member.userName(),
                Texts.of(member.fullName()),
                Texts.of(member.email()),
                member.role().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                member.clientId(),
                Texts.of(member.lastSeenAt()));
    }
}
