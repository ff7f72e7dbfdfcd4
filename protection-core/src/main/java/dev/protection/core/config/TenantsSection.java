package dev.protection.core.config;

import dev.protection.NearestWord;
import dev.protection.TenantId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads {@code tenants}: a list, or the table that holds them. */
final class TenantsSection {
    private static final String FORM = "a list such as [{ id: acme, controller: true }], or"
            + " { table: tenant, id: id, parent: parent_id, controller: is_controller }";

    private final Section file;
    private final Map<TenantId, TenantsDeclaration.Tenant> tenants = new LinkedHashMap<>();
    private final Map<TenantId, Section> sections = new HashMap<>();

    private TenantsSection(Section file) {
        this.file = file;
    }

    static Optional<TenantsDeclaration> read(Section file) {
        Optional<Node> node = file.node("tenants");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof Node.Items items) {
            return Optional.of(new TenantsSection(file).listed(items));
        }
        if (node.get() instanceof Node.Mapping) {
            return file.section("tenants").flatMap(TenantsSection::table);
        }
        file.wrong("tenants", node.get(), FORM);
        return Optional.empty();
    }

    private static Optional<TenantsDeclaration> table(Section section) {
        Optional<String> table = section.required("table", "the table that holds the tenants");
        Optional<String> id = section.required("id", "the column of the tenant's id");
        Optional<String> parent = section.text("parent");
        Optional<String> controller = section.text("controller");
        section.finish();
        return table.flatMap(
                named -> id.map(column -> new TenantsDeclaration.Table(named, column, parent, controller)));
    }

    private TenantsDeclaration listed(Node.Items items) {
        int index = 0;
        for (Node node : items.nodes()) {
            if (node instanceof Node.Mapping mapping) {
                tenant(new Section("tenants[" + index + "]", mapping, file.report()));
            } else {
                file.wrong("tenants", node, "a mapping such as { id: acme, parent: group, controller: true }");
            }
            index++;
        }
        tenants.values().forEach(this::parentKnown);
        tenants.keySet().forEach(this::noCycle);
        return new TenantsDeclaration.Listed(List.copyOf(tenants.values()));
    }

    private void tenant(Section section) {
        section.missing("id", "the tenant's id");
        Optional<TenantId> id = PathSections.tenantId(section, "id");
        Optional<TenantId> parent = PathSections.tenantId(section, "parent");
        boolean controller = section.truth("controller", false);
        section.finish();
        id.ifPresent(known -> {
            sections.putIfAbsent(known, section);
            if (tenants.putIfAbsent(known, new TenantsDeclaration.Tenant(known, parent, controller)) != null) {
                section.problem("id", "'" + known + "' is listed twice");
            }
        });
    }

    private void parentKnown(TenantsDeclaration.Tenant tenant) {
        Section section = Objects.requireNonNull(sections.get(tenant.id()));
        tenant.parent().filter(parent -> !tenants.containsKey(parent)).ifPresent(parent -> {
            List<String> known = tenants.keySet().stream().map(TenantId::value).toList();
            section.problem("parent", "unknown tenant '" + parent + "'" + NearestWord.hint(parent.value(), known));
        });
    }

    private void noCycle(TenantId start) {
        Optional<TenantId> above = Optional.of(start);
        for (int steps = 0; above.isPresent(); steps++) {
            if (steps > tenants.size()) {
                file.problem("tenants", "'" + start + "' is above itself; tenants form a tree");
                return;
            }
            above = Optional.ofNullable(tenants.get(above.get())).flatMap(TenantsDeclaration.Tenant::parent);
        }
    }
}
