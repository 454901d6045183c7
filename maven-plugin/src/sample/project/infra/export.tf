resource "aws_lambda_function" "export" {
  function_name = "ledger-export"
  runtime       = "java11"
  handler       = "com.example.ledger.Export::handle"
  role          = aws_iam_role.export.arn
  filename      = "export.zip"
}
