export type ExportFormat = 'jsonld' | 'csv';
export async function exportCurrentSet(_format: ExportFormat): Promise<number> { return 0; }
