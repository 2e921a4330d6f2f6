export * from "ts-fsrs"
