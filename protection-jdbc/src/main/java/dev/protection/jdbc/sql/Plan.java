package dev.protection.jdbc.sql;

/** What is to be done with a statement. */
public sealed interface Plan
        permits Untouched,
                QueryPlan,
                InsertPlan,
                UpdatePlan,
                DeletePlan,
                CopyPlan,
                RowsPlan,
                UpsertPlan,
                ReturningPlan,
                DefinitionPlan {}
